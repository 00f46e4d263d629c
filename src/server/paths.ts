export const graphqlPath = '/graphql';
export const schemaPath = '/schema.graphql';
