export default {
  schema: process.env.GRAPHQL_URL,
  documents: 'query.graphql',
  generates: { 'generated/server/': { preset: 'client', config: { useTypeImports: true, strictScalars: false, importExtension: '.js', emitLegacyCommonJSImports: false } } },
};
