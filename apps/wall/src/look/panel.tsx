import type { ReactNode } from 'react';

import './panel.css';

interface PanelProps {
  /** Reads as a message where a rule found one; the neutral name otherwise. */
  readonly title: string;
  /** The neutral name, for screen readers and tests, whatever the message says today. */
  readonly name: string;
  /** What is measured, below a message. A KPI card has none: its title is its name. */
  readonly measured?: ReactNode;
  readonly aside?: ReactNode;
  readonly menu?: ReactNode;
  readonly area: string;
  readonly children: ReactNode;
}

/** A flat field with a top rule. Nothing else separates one thing from the next. */
export function Panel({ title, name, measured, aside, menu, area, children }: PanelProps): ReactNode {
  return (
    <section className={`panel area-${area}`} aria-label={name} data-panel={area}>
      <header className="panel-head">
        <h2
          className={measured === undefined ? 'panel-title panel-title-quiet clip' : 'panel-title clip'}
          title={title}
        >
          {title}
        </h2>
        {aside}
      </header>
      {measured === undefined || measured === null ? null : <div className="panel-measured note">{measured}</div>}
      <div className="panel-body">{children}</div>
      {menu}
    </section>
  );
}
