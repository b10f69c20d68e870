namespace BizGraph.Store.Sqlite;

/// <summary>The tables of a store file.</summary>
/// <remarks>
/// Claims stand in <c>business_claim</c> and <c>tie_claim</c> as they were taken in; <c>business</c> and <c>tie</c> hold what
/// is shown, made of them by <see cref="Model.Consolidation"/>. An <c>entity</c> is a business id with a number;
/// a <c>tie_end</c> is an end as one source writes it, with the entity it means (null while it fits several).
/// </remarks>
static class Schema
{
    /// <summary>Marks the file as BizGraph's ("BizG").</summary>
    public const int ApplicationId = 0x42697A47;

    /// <summary>The version of these tables.</summary>
    public const int Format = 1;

    public const string Tables = """
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
            import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
            file INTEGER NOT NULL,
            row INTEGER NOT NULL,
            part INTEGER NOT NULL,
            entity INTEGER NOT NULL REFERENCES entity,
            said TEXT NOT NULL,
            PRIMARY KEY (import, file, row, part)
        ) WITHOUT ROWID;
        CREATE INDEX business_claim_entity ON business_claim (entity);

        CREATE TABLE tie_end (
            number INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            text TEXT NOT NULL,
            is_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            id_entity INTEGER NOT NULL REFERENCES entity,
            entity INTEGER REFERENCES entity,
            UNIQUE (source, text, is_id)
        );
        CREATE INDEX tie_end_name ON tie_end (source, name);
        CREATE INDEX tie_end_id ON tie_end (id_entity);
        CREATE INDEX tie_end_entity ON tie_end (entity);

        CREATE TABLE tie_claim (
            import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
            file INTEGER NOT NULL,
            row INTEGER NOT NULL,
            part INTEGER NOT NULL,
            from_end INTEGER NOT NULL REFERENCES tie_end,
            to_end INTEGER NOT NULL REFERENCES tie_end,
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
            document TEXT,
            PRIMARY KEY (import, file, row, part)
        ) WITHOUT ROWID;
        CREATE INDEX tie_claim_ends ON tie_claim (from_end, to_end);
        CREATE INDEX tie_claim_to ON tie_claim (to_end);

        CREATE TABLE business (
            entity INTEGER PRIMARY KEY REFERENCES entity,
            listed INTEGER NOT NULL,
            facts TEXT NOT NULL
        );

        CREATE TABLE alias (
            source TEXT NOT NULL,
            name TEXT NOT NULL,
            entity INTEGER NOT NULL REFERENCES entity,
            PRIMARY KEY (source, name, entity)
        ) WITHOUT ROWID;
        CREATE INDEX alias_entity ON alias (entity);

        CREATE TABLE tie (
            from_entity INTEGER NOT NULL REFERENCES entity,
            to_entity INTEGER NOT NULL REFERENCES entity,
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
            PRIMARY KEY (from_entity, to_entity, type, kind, currency, directed)
        ) WITHOUT ROWID;
        """;
}
