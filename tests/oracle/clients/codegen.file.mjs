export default {
  schema: '../../../schema/schema.graphql',
  documents: 'query.graphql',
  generates: { 'generated/file/': { preset: 'client', config: { useTypeImports: true, strictScalars: false, importExtension: '.js', emitLegacyCommonJSImports: false } } },
};
