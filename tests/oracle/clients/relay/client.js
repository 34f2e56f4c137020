// Read by the compiler only; client.mjs runs what it makes of it.
import { graphql } from 'relay-runtime';

export default graphql`
  query clientCentersQuery($first: Int!) {
    centers(first: $first, order: [{ displayName: ASC }]) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        displayName
        territory {
          name
        }
      }
    }
  }
`;
