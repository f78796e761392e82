import type { TopicWords } from '@flagtower/feeds';

const placeholder = /^\{([a-z][a-z0-9-]*)\}$/;

/** What a broker is asked for: a placeholder stands for one level. */
export function topicFilter(template: string): string {
  return template
    .split('/')
    .map((level) => (placeholder.test(level) ? '+' : level))
    .join('/');
}

/** What a template's placeholders stand for in a topic; `null`: the topic is none of the template's. */
export function topicWords(template: string, topic: string): TopicWords | null {
  const levels = topic.split('/');
  const wanted = template.split('/');
  const isOpen = wanted.at(-1) === '#';
  // `a/#` is asked for `a` itself too.
  if (isOpen ? levels.length < wanted.length - 1 : levels.length !== wanted.length) return null;
  const words: Record<string, string> = {};
  for (const [index, level] of (isOpen ? wanted.slice(0, -1) : wanted).entries()) {
    const name = placeholder.exec(level)?.[1];
    const told = levels[index] ?? '';
    if (name !== undefined) words[name] = told;
    else if (level !== told) return null;
  }
  return words;
}
