const home = new URL(import.meta.url).origin;
const patience = 12000;
const pause = 1500;
const asked = new Map();
/** The answer to who asks for a territory that nobody knows. */
const nothing = {
  territory: null, revision: null, search: { nodes: [] }, centers: { totalCount: 0, nodes: [], pageInfo: {} }, occurrences: { nodes: [], pageInfo: {} },
};

/**
 * The answer to one of the directory's trusted documents. It is a plain GET that the browser asks again with the tag of what it has, so an
 * answer that is still the same travels as a 304. Two widgets that ask the same at once ask once.
 */
function ask(document, variables) {
  const address = `${home}/graphql?documentId=${documents[document]}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  if (!asked.has(address)) {
    asked.set(address, load(address, 1).finally(() => asked.delete(address)));
  }

  return asked.get(address);
}

async function load(address, retries) {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' }, credentials: 'omit', cache: 'no-cache', signal: AbortSignal.timeout(patience),
    });
    const answer = response.ok ? await response.json() : null;
    if (answer?.data && !answer.errors) {
      return answer.data;
    }

    const problem = answer?.errors?.[0];
    if (problem?.extensions?.code === 'BAD_USER_INPUT') {
      return nothing;
    }

    throw new Error(problem?.message ?? `HTTP ${response.status}`);
  } catch (error) {
    if (retries === 0) {
      throw error;
    }

    await new Promise((resolve) => setTimeout(resolve, pause));
    return load(address, retries - 1);
  }
}
