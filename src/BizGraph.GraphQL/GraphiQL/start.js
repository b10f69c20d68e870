// Starts GraphiQL on the endpoint that the page names, each example query in a tab.
const { path, examples } = JSON.parse(document.getElementById('settings').textContent);
const properties = { fetcher: GraphiQL.createFetcher({ url: location.origin + path }) };
if (examples.length > 0) {
  properties.defaultTabs = examples.map(query => ({ query }));
}
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, properties));
