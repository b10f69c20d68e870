// The same data and schema behind mercurius with its compiler on: node server.mjs PORT
import Fastify from 'fastify';
import mercurius from 'mercurius';

const all = Array.from({ length: 1000 }, (_, i) => ({ id: `b${i}`, name: `Business ${i}`, town: `Town ${i % 20}`, score: i / 7 }));
all.forEach((business, i) => (business.neighbors = [1, 2, 3, 4, 5].map((k) => all[(i + k * 7) % 1000])));
const app = Fastify();
app.register(mercurius, {
  schema: `type Query { businesses(first: Int!): [Business!]! }
    type Business { id: ID! name: String! town: String! score: Float! neighbors: [Business!]! }`,
  resolvers: { Query: { businesses: (_, { first }) => all.slice(0, first) } },
  jit: 1,
});
await app.listen({ port: Number(process.argv[2]) });
console.log(process.pid);
