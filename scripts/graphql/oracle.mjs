// Makes tests/BizGraph.GraphQL.Tests/Oracle/expected.json: what graphql-js answers to every case. Run by scripts/graphql-oracle.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, execute, parse, validate, getNamedType, isListType, isNonNullType, isEnumType, isLeafType, isObjectType, isAbstractType } from 'graphql';

const folder = process.argv[2];
const schema = buildSchema(readFileSync(`${folder}/schema.graphql`, 'utf8'));
const leaves = { Int: 2, Float: 3.14, String: 'str', Boolean: true, ID: 'id', Any: 'str' };

function valueOf(name, type) {
  if (isNonNullType(type)) return valueOf(name, type.ofType);
  if (isListType(type)) {
    if (/mixed/i.test(name)) return [2, null, 3];
    if (/flawed/i.test(name)) return [2, 'abc', 3];
    return [valueOf(name, type.ofType), valueOf(name, type.ofType)];
  }
  if (isEnumType(type)) return type.getValues()[0].value;
  if (isLeafType(type)) return leaves[type.name];
  return { __typename: isObjectType(type) ? type.name : isAbstractType(type) ? 'Obj' : null };
}

function answer(name, type, args) {
  if (/err/i.test(name)) throw new Error('boom');
  if (/null/i.test(name)) return null;
  if (/bad/i.test(name)) return 'abc';
  if (/^echo/.test(name)) return JSON.stringify(args);
  return valueOf(name, type);
}

for (const type of Object.values(schema.getTypeMap()))
  if (isObjectType(type) && !type.name.startsWith('__'))
    for (const field of Object.values(type.getFields()))
      field.resolve = (_, args) =>
        /^late/.test(field.name)
          ? new Promise((done) => setTimeout(done, 1)).then(() => answer(field.name, field.type, args))
          : answer(field.name, field.type, args);

const cases = [];
const add = (query, variables) => cases.push({ query, ...(variables === undefined ? {} : { variables }) });

// Pairs that both answer late and bang are left out: which one fails first is open.
// 6.4.4: every kind of container with every kind of failure, alone and beside siblings.
const containers = ['obj', 'objBang', 'lateObj', 'lateObjBang', 'list', 'listBang', 'bangList', 'bangListBang', 'lists', 'listsBang', 'lateList', 'obj{obj', 'obj{objBang', 'list{list', 'listBang{bangListBang', 'obj{bangListBang'];
const failures = ['err', 'errBang', 'nullInt', 'nullBang', 'lateErr', 'lateErrBang', 'lateNullBang', 'bad', 'badBang', 'mixed', 'mixedBang', 'bangMixedBang', 'flawed', 'flawedBang', 'nullList', 'nullListBang'];
for (const container of containers)
  for (const failure of failures) {
    const close = '}'.repeat(container.split('{').length);
    add(`{ ${container}{ ${failure} ${close} }`);
    add(`{ before: int\n  ${container}{ int x: ${failure} text ${close}\n  after: int }`);
  }
for (const failure of ['err', 'errBang', 'nullBang', 'lateErr', 'lateErrBang', 'lateNullBang', 'badBang']) {
  add(`{ ${failure} }`);
  add(`{ int ${failure} obj { err } }`);
  add(`{ obj { err errBang } ${failure} }`);
}
for (const pair of ['err errBang', 'errBang nullBang', 'lateErrBang errBang', 'err lateErr', 'errBang lateErr', 'lateErr errBang']) {
  add(`{ obj { ${pair} } }`);
  add(`{ obj { obj { ${pair} } objBang { ${pair} } } }`);
}
for (const abstract of ['node', 'nodes', 'either', 'eithers'])
  for (const inner of ['__typename', '... on Obj { int errBang }', '... on Obj { int err }', '... on Other { int }', '... on Node { errBang }', '... on Obj { x: __typename } ... on Other { y: __typename }'])
    add(`{ ${abstract} { ${inner} } }`);

// 6.2.2: mutations in order; a failure at a non-null root stops the rest.
for (const roots of ['int err a: int', 'int errBang a: int', 'a: obj { errBang } b: objBang { err } c: int', 'objBang { errBang } c: err', 'lateErrBang c: err'])
  add(`mutation { ${roots} }`);

// 6.3: merging, order, directives.
for (const selection of ['int obj { int } obj { text } a: int int', '...A ...B int fragment', 'obj { ...O int } obj { text ...O }', 'int @skip(if: true) err @skip(if: true) obj @include(if: false) { int }', '... @skip(if: true) { errBang } ... @include(if: true) { int }'])
  add(selection.includes('...A') ? '{ ...A ...B int } fragment A on Query { obj { text } } fragment B on Query { int obj { int } }' : selection.includes('...O') ? `{ ${selection} } fragment O on Obj { color int }` : `{ ${selection} }`);
for (const yes of [true, false])
  add('query ($y: Boolean!) { a: int @skip(if: $y) b: int @include(if: $y) ...F @include(if: $y) a: int ... @skip(if: $y) { c: int } } fragment F on Query { d: int a: int }', { y: yes });

// 6.4.1 and 3.5 to 3.12: literals.
const literals = { int: ['1', '-0', '2147483647', '2147483648', '-2147483648', '-2147483649', '1.0', '"1"', 'true', 'null', '[1]', '{}', 'RED'], float: ['1', '1.5', '1e3', '-0.0', '"1"', 'true', 'null'], text: ['"a"', '""', '"""\n  a\n    b\n"""', '"\\u00e9\\u{1F600}\\ud83d\\ude00\\n"', '1', 'true', 'RED'], yes: ['true', 'false', '1', '"true"', 'null'], id: ['"a"', '1', '-1', '1.0', 'true', '12345678901234567890'], color: ['RED', 'BLUE', '"RED"', '1', 'null'], any: ['1', '1.5', '"a"', '[1, "b"]', '{a: {b: [RED, null]}}', 'null'] };
for (const [argument, values] of Object.entries(literals)) for (const value of values) add(`{ echo(${argument}: ${value}) }`);
for (const list of ['1', 'null', '[]', '[1, null]', '[1, [2]]', '["a"]', '[[1]]']) {
  add(`{ echoList(list: ${list}) }`);
  add(`{ echoList(bang: ${list}) }`);
  add(`{ echoList(lists: ${list}) }`);
}
for (const input of ['{}', '{a: 1}', '{a: null}', '{b: null}', '{b: 1, a: 2}', '{c: 1}', '{c: [1, 2]}', '{c: [null]}', '{d: {d: {}}}', '{e: null}', '{x: 1}', 'null', '1', '[{}]']) {
  add(`{ echoIn(in: ${input}) }`);
  add(`{ echoIn(ins: ${input}) }`);
}
for (const one of ['{a: 1}', '{b: "x"}', '{}', '{a: 1, b: "x"}', '{a: null}', '{a: 1, b: null}', 'null']) add(`{ echoOne(one: ${one}) }`);
add('{ echoDefault }');
add('{ echoDefault(int: null, text: null, list: null, input: null) }');
add('{ echoDefault(list: 3, input: {}) }');
add('{ echoBang }');
add('{ echoBang(int: null) }');
add('{ echoBangDefault }');
add('{ echoBangDefault(int: 1) }');
add('{ echoBangDefault(int: null) }');

// 6.1.2: variables; absent, null and default are three things.
const typed = { Int: [1, 2147483648, 1.0, 1.5, '1', true, null, [1], {}, 1e3], Float: [1, 1.5, '1', null, true], String: ['a', 1, null, true, ['a']], Boolean: [true, 'true', 1, null], ID: ['a', 1, 1.5, null, true], Color: ['RED', 'BLUE', 1, null] };
const argumentOf = { Int: 'int', Float: 'float', String: 'text', Boolean: 'yes', ID: 'id', Color: 'color' };
for (const [type, values] of Object.entries(typed)) {
  for (const value of values) add(`query ($v: ${type}) { echo(${argumentOf[type]}: $v) }`, { v: value });
  add(`query ($v: ${type}) { echo(${argumentOf[type]}: $v) }`, {});
  add(`query ($v: ${type}!) { echo(${argumentOf[type]}: $v) }`, {});
  add(`query ($v: ${type}!) { echo(${argumentOf[type]}: $v) }`, { v: null });
}
for (const variables of [{}, { v: null }, { v: 6 }]) {
  for (const definition of ['$v: Int', '$v: Int = 8', '$v: Int = null']) {
    add(`query (${definition}) { echo(int: $v) }`, variables);
    add(`query (${definition}) { echoDefault(int: $v) }`, variables);
    add(`query (${definition}) { echoBangDefault(int: $v) }`, variables);
    add(`query (${definition}) { echoList(list: [1, $v]) }`, variables);
    add(`query (${definition}) { echoIn(in: { a: $v, b: $v, d: { a: $v } }) }`, variables);
  }
  add('query ($v: Int! = 8) { echoBang(int: $v) }', variables);
  add('query ($v: Int = 8) { echoBang(int: $v) }', variables);
  add('query ($v: Int = 8) { a: echoList(bang: [$v]) b: echoIn(in: { c: [$v], e: $v }) }', variables);
  add('query ($v: Int!) { echoOne(one: { a: $v }) }', variables);
}
for (const value of [1, [], [1, null], [[1], 2], ['a'], null]) {
  add('query ($v: [Int]) { echoList(list: $v) }', { v: value });
  add('query ($v: [Int!]) { echoList(bang: $v) }', { v: value });
  add('query ($v: [[Int]]) { echoList(lists: $v) }', { v: value });
}
for (const value of [{}, { a: 1 }, { a: null }, { b: null }, { c: 1 }, { c: [null] }, { d: { d: {} } }, { e: null }, { x: 1 }, null, 1, [{}]]) {
  add('query ($v: In) { echoIn(in: $v) }', { v: value });
  add('query ($v: [In!]) { echoIn(ins: $v) }', { v: value });
}
for (const value of [{ a: 1 }, { b: 'x' }, {}, { a: 1, b: 'x' }, { a: null }, { a: 1, b: null }, null]) add('query ($v: One) { echoOne(one: $v) }', { v: value });
for (const value of [1, 1.5, 'a', [1, 'b'], { a: { b: [null] } }, null]) add('query ($v: Any) { echo(any: $v) }', { v: value });
add('query ($v: Int) { echo(any: { a: [$v], b: $v }) }', { v: 1 });

// 5 and 6.1: request errors have no data.
for (const query of ['', '{', '{ unknown }', 'query A { int } query B { int }', 'subscription { x }', 'fragment F on Query { int }', '{ obj }', '{ int { x } }', 'query ($v: Obj) { int }', 'query ($v: Int) { int }', '{ echo(int: $v) }']) add(query);

for (const test of cases) {
  let result;
  try {
    const document = parse(test.query);
    const errors = validate(schema, document);
    result = errors.length > 0 ? { errors } : await execute({ schema, document, variableValues: test.variables });
  } catch (error) {
    result = { errors: [error] };
  }
  const { data, errors } = JSON.parse(JSON.stringify(result));
  test.expected = {
    ...(errors ? { errors: errors.map(({ locations, path }) => ({ ...(locations ? { locations } : {}), ...(path ? { path } : {}) })) } : {}),
    ...(data === undefined ? {} : { data }),
  };
}
writeFileSync(`${folder}/expected.json`, '[\n' + cases.map((test) => JSON.stringify(test)).join(',\n') + '\n]\n');
console.log(`${cases.length} cases`);
