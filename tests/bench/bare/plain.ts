import './bare.css';

/** The floor: the same text in an element that the browser edits by itself. */
window.openText = (blocks) => {
  const page = document.querySelector('#editor');
  page?.replaceChildren(
    ...blocks.map(([kind, text]) => {
      const block = document.createElement(kind === 'heading' ? 'h2' : 'p');
      block.textContent = text;
      return block;
    }),
  );
};
