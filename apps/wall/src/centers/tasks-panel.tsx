import type { Cut } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { ExportMenu } from '../exporting/export-menu.tsx';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import type { Task } from './center-tasks.ts';
import { centerWords } from './center-words.ts';

import './tasks-panel.css';

/** What needs action now, worst first; each row leads to where something can be done about it. */
export function TasksPanel({
  tasks,
  cut,
  sources,
  isHeard,
}: {
  readonly tasks: readonly Task[];
  readonly cut: Cut | null;
  /** Of the center. */
  readonly sources: readonly string[];
  /** One of them at least spoke: nobody who tells of tasks is not the same as none. */
  readonly isHeard: boolean;
}): ReactNode {
  const { locale, marks } = useWords();
  const words = centerWords[locale];
  return (
    <Panel
      area="tasks"
      name={words.tasks}
      title={words.tasks}
      aside={<span className="note nowrap">{tasks.length === 0 ? '' : words.tasksCount(String(tasks.length))}</span>}
      measured={null}
      menu={
        <ExportMenu
          title={words.tasks}
          view={(stamp) => ({
            ...stamp(cut, null, sources),
            name: 'tasks',
            title: words.tasks,
            unit: words.tasks,
            columns: [words.taskColumns.level, words.taskColumns.task, words.taskColumns.about].map((name) => ({
              name,
              kind: 'text' as const,
            })),
            rows: tasks.map(({ level, text, about }) => [marks[level], text, about]),
          })}
        />
      }
    >
      {tasks.length === 0 ? (
        <NoTask isTold={cut !== null} isHeard={isHeard} />
      ) : (
        <ol className="task-rows">
          {tasks.map((task) => (
            <TaskRow key={task.key} task={task} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function NoTask({ isTold, isHeard }: { readonly isTold: boolean; readonly isHeard: boolean }): ReactNode {
  const words = centerWords[useWords().locale];
  const text = !isTold ? words.tasksLoading : isHeard ? words.noTasks : words.tasksUnknown;
  return (
    <p className="label notices-none">
      <Mark level={isTold && isHeard ? 'normal' : 'none'} name={null} size={16} /> {text}
    </p>
  );
}

function TaskRow({ task }: { readonly task: Task }): ReactNode {
  const { way } = task;
  return (
    <li className="task-row" data-level={task.level}>
      {way.kind === 'go' ? (
        <PageLink href={way.href} className="task-way">
          <TaskText task={task} />
        </PageLink>
      ) : way.kind === 'do' ? (
        <button type="button" className="task-way" onClick={way.act}>
          <TaskText task={task} />
        </button>
      ) : (
        <details>
          <summary className="task-way">
            <TaskText task={task} />
          </summary>
          <dl className="task-detail">
            {way.paragraphs.map(({ name, text }) => (
              <div key={name}>
                <dt className="note">{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {way.next === undefined ? null : (
            <p>
              <PageLink href={way.next.href}>{way.next.text} →</PageLink>
            </p>
          )}
        </details>
      )}
    </li>
  );
}

function TaskText({ task: { level, text, about } }: { readonly task: Task }): ReactNode {
  const { marks } = useWords();
  return (
    <>
      <Mark level={level} name={marks[level]} size={18} />
      <span className="task-text" style={{ color: level === 'critical' ? levelColor(level) : undefined }}>
        {text}
      </span>
      <span className="note task-about">{about}</span>
    </>
  );
}
