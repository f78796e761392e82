import { useId, useState, type DragEvent, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

/** Takes one file: dropped, or chosen with the keyboard as well as with the mouse. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].file;
  const input = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={isOver ? 'import-drop import-drop-over' : 'import-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{words.drop} </span>
      <label htmlFor={input} className="import-link">
        {words.choose}
      </label>
      <input
        id={input}
        type="file"
        className="import-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was mended.
          target.value = '';
        }}
      />
    </div>
  );
}
