// Reads the case files of tests/Directory.GraphQL.Tests/Golden (README.md there tells their form).

/** ‹U+XXXX› stands for a character that a text file had better not hold. */
export function unescape(text) {
  return text.replace(/‹U\+([0-9A-F]{4,6})›/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

export function readCases(fileName, text) {
  return fileName.endsWith('.lines') ? readLines(text) : readParagraphs(text);
}

/** One case a line, variables behind it. */
function readLines(text) {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [, document, variables] = /^(.*?)(?: # (\{.*\}))?$/.exec(line);
    return toCase(document, variables);
  });
}

/** One case a paragraph; «# variables:» and «# operation:» in front of the document. */
function readParagraphs(text) {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.replace(/^\n+|\n+$/g, '')).filter(Boolean).flatMap((paragraph) => {
    const lines = paragraph.split('\n');
    const isHead = (line) => line.startsWith('# ');
    const end = lines.findIndex((line) => !isHead(line));
    const head = end < 0 ? lines : lines.slice(0, end);
    const find = (key) => head.find((line) => line.startsWith(`# ${key}: `))?.slice(key.length + 4);
    return end < 0 ? [] : [toCase(lines.slice(end).join('\n'), find('variables'), find('operation'))];
  });
}

function toCase(document, variables, operation) {
  return { document: unescape(document), variables: variables && JSON.parse(variables), variablesText: variables, operation };
}
