using BizGraph.Model;

namespace BizGraph.Store.Sqlite;

/// <summary>What is asked of the store.</summary>
public sealed partial class SqliteNetworkStore
{
    /// <inheritdoc/>
    public Task<long> VersionAsync(CancellationToken cancellation = default) =>
        _reading.UseAsync(connection => connection.Number("SELECT version FROM store"), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation = default) =>
        _reading.UseAsync<IReadOnlyList<Import>>(connection => ImportTable.Read(connection, _file.Path), cancellation);

    /// <inheritdoc/>
    public Task<INetworkReading> ReadAsync(CancellationToken cancellation = default) =>
        Task.FromResult(_file.Guard<INetworkReading>(() => new SqliteNetworkReading(_file.Open())));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CountingClaim<MatchClaim>>> MatchesAsync(CancellationToken cancellation = default) =>
        _reading.UseAsync<IReadOnlyList<CountingClaim<MatchClaim>>>(MatchTable.Counting, cancellation);

    /// <inheritdoc/>
    public Task<ErasedBusinesses> ErasedAsync(CancellationToken cancellation = default) =>
        _reading.UseAsync(ErasedTable.Read, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(BusinessId business, CancellationToken cancellation = default) =>
        _reading.UseAsync<IReadOnlyList<ClaimOrigin>>(connection => Origins.Of(connection, business), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(
        RelationshipKey relationship,
        CancellationToken cancellation = default
    ) => _reading.UseAsync<IReadOnlyList<ClaimOrigin>>(connection => Origins.Of(connection, relationship), cancellation);
}
