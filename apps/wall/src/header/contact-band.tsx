import { clockText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useContact } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';

import './contact-band.css';

/**
 * Across the scene while the server is not heard. "Nothing happens" and "we hear nothing" look the same on every number;
 * this is the difference.
 */
export function ContactBand({ zone }: { readonly zone: string }): ReactNode {
  const { contact, since } = useContact();
  const words = useWords();
  if (contact === 'live') return null;
  const sentence =
    contact === 'lost' && since !== null
      ? words.contact.lostSince(clockText(Date.parse(since), zone))
      : words.contact.connectingLong;
  return (
    <div className="contact-band" role="alert" data-contact={contact}>
      <Mark level={contact === 'lost' ? 'critical' : 'none'} name={null} size={22} /> {sentence}
    </div>
  );
}
