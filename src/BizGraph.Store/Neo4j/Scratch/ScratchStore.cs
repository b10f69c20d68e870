using BizGraph.Model;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>A throw-away SQLite store in which this client works out what imports come to, with the same code as a store in a file.</summary>
/// <remarks>
/// It holds the claims of the imports that count, and is brought up to date from the server's. What is shown is a pure function
/// of those, so any client's scratch comes to the same. One caller at a time; only what was taken in is lost with it.
/// </remarks>
sealed class ScratchStore : IDisposable
{
    const string Throwaway = "PRAGMA synchronous = OFF;";

    // Notes what the code that consolidates writes: so it is known what is to be written to the server, and that code knows nothing of it.
    static readonly string Watch = $"""
        CREATE TEMP TABLE dirty_business (entity INTEGER PRIMARY KEY);
        CREATE TEMP TABLE dirty_pair (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
        CREATE TEMP TABLE dirty_match (import INTEGER PRIMARY KEY);
        CREATE TEMP TABLE revision (import INTEGER PRIMARY KEY, number INTEGER NOT NULL);
        CREATE TEMP TRIGGER business_in AFTER INSERT ON main.business BEGIN INSERT OR REPLACE INTO dirty_business VALUES (new.entity); END;
        CREATE TEMP TRIGGER business_up AFTER UPDATE ON main.business BEGIN INSERT OR REPLACE INTO dirty_business VALUES (new.entity); END;
        CREATE TEMP TRIGGER business_de AFTER DELETE ON main.business BEGIN INSERT OR REPLACE INTO dirty_business VALUES (old.entity); END;
        CREATE TEMP TRIGGER merged_in AFTER INSERT ON main.merged BEGIN INSERT OR REPLACE INTO dirty_business VALUES (new.head); END;
        CREATE TEMP TRIGGER merged_de AFTER DELETE ON main.merged BEGIN INSERT OR REPLACE INTO dirty_business VALUES (old.head); END;
        CREATE TEMP TRIGGER grouped_in AFTER INSERT ON main.grouped BEGIN
            INSERT OR REPLACE INTO dirty_business VALUES (new.entity), (new.head); END;
        CREATE TEMP TRIGGER grouped_up AFTER UPDATE ON main.grouped BEGIN
            INSERT OR REPLACE INTO dirty_business VALUES (new.entity), (new.head), (old.head); END;
        CREATE TEMP TRIGGER grouped_de AFTER DELETE ON main.grouped BEGIN
            INSERT OR REPLACE INTO dirty_business VALUES (old.entity), (old.head); END;
        CREATE TEMP TRIGGER match_in AFTER INSERT ON main.match_claim BEGIN INSERT OR REPLACE INTO dirty_match VALUES (new.number >> {ClaimNumbers.RowBits}); END;
        CREATE TEMP TRIGGER match_de AFTER DELETE ON main.match_claim BEGIN INSERT OR REPLACE INTO dirty_match VALUES (old.number >> {ClaimNumbers.RowBits}); END;
        CREATE TEMP TRIGGER tie_in AFTER INSERT ON main.tie BEGIN INSERT OR REPLACE INTO dirty_pair VALUES (new.a, new.b); END;
        CREATE TEMP TRIGGER tie_de AFTER DELETE ON main.tie BEGIN INSERT OR REPLACE INTO dirty_pair VALUES (old.a, old.b); END;
        """;

    readonly ScratchFolder? _folder;
    readonly StoreFile _file;
    readonly SqliteConnection _writing;
    readonly SqliteConnection _before;
    readonly ClaimWriter _claims;

    /// <summary>Makes one in a temporary folder of its own, gone with it.</summary>
    public ScratchStore()
        : this(new ScratchFolder()) { }

    ScratchStore(ScratchFolder folder)
        : this(new StoreFile(folder.File)) => _folder = folder;

    /// <summary>Works in a store file that stays.</summary>
    public ScratchStore(StoreFile file)
    {
        _file = file;
        file.Create();
        _writing = file.Open();
        _before = file.Open();
        _writing.Execute(Throwaway + Watch);
        _before.Execute(Throwaway);
        _claims = new ClaimWriter(_writing);
    }

    /// <summary>Whether what is here can be brought up to date: everything that counts or counted here is the same there.</summary>
    public bool Agrees(IReadOnlyList<ImportNode> imports)
    {
        var there = imports.ToDictionary(import => import.Number);
        return _writing
            .Rows(
                "SELECT i.number, i.finish_order, r.number FROM import i LEFT JOIN revision r ON r.import = i.number",
                r => (Number: r.Int(0), Order: r.Long(1), Matches: r.LongOrNull(2))
            )
            .TrueForAll(here =>
                there.TryGetValue(here.Number, out var node)
                && node.Order == here.Order
                && (node.State == ImportState.Undone || node.MatchRevision == here.Matches)
            );
    }

    /// <summary>The imports that were undone there and still count here.</summary>
    public IReadOnlyList<int> ToUndo(IReadOnlyList<ImportNode> imports)
    {
        var here = Finished();
        return [.. imports.Where(i => i.State == ImportState.Undone && here.Contains(i.Number)).Select(i => i.Number)];
    }

    /// <summary>The imports that count there and are not here, the earliest finished first.</summary>
    public IReadOnlyList<ImportNode> ToFinish(IReadOnlyList<ImportNode> imports)
    {
        var here = Finished();
        return [.. imports.Where(i => i.State == ImportState.Finished && !here.Contains(i.Number)).OrderBy(i => i.Order)];
    }

    /// <summary>The rows that a business is made of.</summary>
    public IReadOnlyList<ClaimOrigin> OriginsOf(BusinessId business) => Origins.Of(_writing, business);

    /// <summary>The rows that a tie is made of.</summary>
    public IReadOnlyList<ClaimOrigin> OriginsOf(RelationshipKey tie) => Origins.Of(_writing, tie);

    /// <summary>Runs an action; what SQLite cannot do becomes a <see cref="StoreException"/>.</summary>
    public T Guard<T>(Func<T> action) => _file.Guard(action);

    /// <summary>Begins a change; nothing of it stays unless it is kept.</summary>
    public ScratchChange Begin(CancellationToken cancellation)
    {
        _before.Execute("BEGIN");
        // The snapshot that is compared with is the one of the first statement.
        var wasEmpty = _before.Number("SELECT NOT EXISTS (SELECT 1 FROM business)") != 0;
        _writing.Execute("DELETE FROM dirty_business; DELETE FROM dirty_pair;");
        return new ScratchChange(
            _writing,
            wasEmpty ? null : _before,
            _claims,
            WriteTransaction.Begin(_writing, waiting: null, cancellation),
            () => _before.Execute("ROLLBACK")
        );
    }

    public void Dispose()
    {
        _claims.Dispose();
        _writing.Dispose();
        _before.Dispose();
        _folder?.Dispose();
    }

    HashSet<int> Finished() => [.. _writing.Rows("SELECT number FROM import WHERE state = 'finished'", r => r.Int(0))];
}
