namespace BizGraph.Store.Sqlite;

/// <summary>The tables of a store file.</summary>
/// <remarks>
/// Claims stand in <c>business_claim</c> and <c>tie_claim</c> as they were taken in, numbered through within their import (see
/// <see cref="ClaimNumbers"/>); <c>business</c> and <c>tie</c> hold what is shown, made of them by
/// <see cref="Model.Consolidation"/>, and the numbers of the counting claims that it was made of: so claims need no index of
/// their own, and appending one writes one row. An <c>entity</c> is a business id with a number; a <c>tie_end</c> is an end
/// as one source writes it, with the entity it means (null while it fits several, or while no finished import uses it), how
/// many counting claims use it, and the number that <see cref="EndNumbers"/> gives it. A claim with an end that fits several
/// stands in <c>held</c> under each such end. <c>end_use</c> says which finished imports use an end, whether they count or not.
/// <c>store.forgotten</c> counts how often names were removed, which whoever remembers their numbers must hear of; <c>erased</c>
/// holds the keyed hashes of what was erased on request. A <c>tie</c> names its businesses in the order of their numbers, in which ties are
/// made, and is <c>turned</c> where it runs from the second to the first.
/// What matching and people say of two ids stands in <c>match_claim</c>; <c>grouped</c> holds the entities that mean one business
/// with others, and whether an import that was not undone gave their id, <c>merged</c> what is shown of each such group, under its <c>head</c>. <c>business</c> and <c>tie_end</c> know
/// nothing of groups; the businesses of a <c>tie</c> are heads.
/// Foreign keys are not declared where rows come by the million: checking them takes longer than writing the row.
/// </remarks>
static class Schema
{
    /// <summary>Marks the file as BizGraph's ("BizG").</summary>
    public const int ApplicationId = 0x42697A47;

    /// <summary>The version of these tables.</summary>
    public const int Format = 4;

    /// <summary>What makes of a store of an older version one of the next.</summary>
    public static readonly IReadOnlyDictionary<int, string> Upgrades = new Dictionary<int, string>
    {
        [2] = PlansBeforeMatches + Matches,
        [3] = Records + Given + NamesOfEnds + UsesOfEnds,
    };

    const string Matches = """
        CREATE TABLE match_claim (
            number INTEGER PRIMARY KEY,
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            file INTEGER NOT NULL,
            row INTEGER NOT NULL,
            part INTEGER NOT NULL,
            verdict INTEGER NOT NULL,
            by_hand INTEGER NOT NULL,
            score REAL,
            reason TEXT
        );
        ALTER TABLE import ADD COLUMN replaces INTEGER NOT NULL DEFAULT 0;

        CREATE INDEX match_one ON match_claim (one);
        CREATE INDEX match_other ON match_claim (other);

        CREATE TABLE grouped (
            entity INTEGER PRIMARY KEY,
            number INTEGER NOT NULL,
            head INTEGER NOT NULL
        );
        CREATE INDEX grouped_number ON grouped (number);

        CREATE TABLE merged (
            number INTEGER PRIMARY KEY,
            head INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            facts TEXT NOT NULL
        );

        """;

    // A plan says since then whether it replaces its source.
    const string PlansBeforeMatches = """
        UPDATE import SET plan = substr(plan, 1, length(plan) - 1) || ',"replacesSource":false}';
        """;

    const string Records = """
        CREATE TABLE record (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            json TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL
        );
        CREATE INDEX record_key ON record (kind, key);

        """;

    const string Given = """
        ALTER TABLE store ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE store ADD COLUMN erasing_key TEXT;
        CREATE TABLE erased (mark TEXT PRIMARY KEY) WITHOUT ROWID;
        ALTER TABLE grouped ADD COLUMN given INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX business_claim_entity ON business_claim (entity);

        CREATE TABLE end_use (
            end INTEGER NOT NULL,
            import INTEGER NOT NULL,
            PRIMARY KEY (end, import)
        ) WITHOUT ROWID;

        """;

    const string NamesOfEnds = """
        DROP INDEX tie_end_name;
        CREATE INDEX tie_end_name ON tie_end (source, name);

        """;

    // Of the claims' numbers, the import's is what stands above the lowest 40 bits.
    const string UsesOfEnds = """
        INSERT OR IGNORE INTO end_use
            SELECT c.from_end, i.number FROM import i JOIN tie_claim c ON c.number >> 40 = i.number WHERE i.state <> 'running'
            UNION
            SELECT c.to_end, i.number FROM import i JOIN tie_claim c ON c.number >> 40 = i.number WHERE i.state <> 'running';

        """;

    public const string Tables =
        """
            CREATE TABLE store (
                only INTEGER PRIMARY KEY CHECK (only = 1),
                version INTEGER NOT NULL
            );
            INSERT INTO store VALUES (1, 0);

            CREATE TABLE import (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                source TEXT NOT NULL,
                plan TEXT NOT NULL,
                all_new INTEGER NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'undone')),
                started TEXT NOT NULL,
                finished TEXT,
                finish_order INTEGER UNIQUE,
                version INTEGER,
                acknowledged_file INTEGER NOT NULL DEFAULT 0,
                acknowledged_row INTEGER NOT NULL DEFAULT 0,
                report TEXT
            );
            CREATE INDEX import_plan ON import (plan);

            CREATE TABLE import_file (
                import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
                file INTEGER NOT NULL,
                name TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                PRIMARY KEY (import, file)
            ) WITHOUT ROWID;

            CREATE TABLE entity (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE
            );

            CREATE TABLE business_claim (
                number INTEGER PRIMARY KEY,
                entity INTEGER NOT NULL,
                file INTEGER NOT NULL,
                row INTEGER NOT NULL,
                part INTEGER NOT NULL,
                said TEXT NOT NULL
            );

            """
        + Matches
        + Records
        + Given
        + """
            CREATE TABLE tie_end (
                number INTEGER PRIMARY KEY,
                entity INTEGER,
                uses INTEGER NOT NULL,
                source TEXT NOT NULL,
                text TEXT NOT NULL,
                name TEXT NOT NULL
            );
            CREATE INDEX tie_end_name ON tie_end (source, name);
            CREATE INDEX tie_end_by_name ON tie_end (entity) WHERE entity <> number >> 1;

            CREATE TABLE tie_claim (
                number INTEGER PRIMARY KEY,
                from_end INTEGER NOT NULL,
                to_end INTEGER NOT NULL,
                file INTEGER NOT NULL,
                row INTEGER NOT NULL,
                part INTEGER NOT NULL,
                type INTEGER NOT NULL,
                kind TEXT,
                currency TEXT,
                directed INTEGER,
                weight REAL,
                amount TEXT,
                since INTEGER,
                until INTEGER,
                ended INTEGER,
                confidence REAL,
                more TEXT,
                is_event INTEGER NOT NULL,
                event_date INTEGER,
                document TEXT
            );

            CREATE TABLE held (
                end INTEGER NOT NULL,
                claim INTEGER NOT NULL,
                PRIMARY KEY (end, claim)
            ) WITHOUT ROWID;

            CREATE TABLE business (
                entity INTEGER PRIMARY KEY,
                listed INTEGER NOT NULL,
                claims BLOB NOT NULL,
                names TEXT NOT NULL,
                facts TEXT NOT NULL
            );

            CREATE TABLE alias (
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                entity INTEGER NOT NULL,
                PRIMARY KEY (source, name, entity)
            ) WITHOUT ROWID;

            CREATE TABLE tie (
                a INTEGER NOT NULL,
                b INTEGER NOT NULL,
                turned INTEGER NOT NULL,
                type INTEGER NOT NULL,
                kind TEXT NOT NULL,
                currency TEXT NOT NULL,
                directed INTEGER NOT NULL,
                weight REAL,
                amount TEXT,
                since INTEGER,
                until INTEGER,
                ended INTEGER,
                confidence REAL,
                more TEXT,
                claims BLOB NOT NULL,
                PRIMARY KEY (a, b, turned, type, kind, currency, directed)
            ) WITHOUT ROWID;
            CREATE INDEX tie_b ON tie (b);
            """;

    /// <summary>Finds the ties of a business that is the second of its pair. Made anew after a first import: sorting all at once is much faster.</summary>
    public const string TieB = "CREATE INDEX tie_b ON tie (b)";
}
