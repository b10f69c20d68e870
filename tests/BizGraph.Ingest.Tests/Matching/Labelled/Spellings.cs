namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>What clerks write for what.</summary>
static class Spellings
{
    public static readonly string[] Forms =
    [
        "ltd",
        "limited",
        "llc",
        "inc",
        "plc",
        "co",
        "llp",
        "corp",
        "corporation",
        "incorporated",
        "company",
        "pa",
        "ltd.",
    ];

    public static readonly string[][] LegalForms =
    [
        ["ltd", "limited", "ltd.", "LTD"],
        ["inc", "incorporated", "inc.", "corp"],
        ["llc", "l.l.c.", "LLC"],
        ["co", "company", "co."],
        ["plc", "p.l.c.", "PLC"],
        ["corporation", "corp", "corp."],
    ];

    public static readonly (string Long, string Short)[] Abbreviations =
    [
        ("brothers", "bros"),
        ("manufacturing", "mfg"),
        ("international", "intl"),
        ("services", "svcs"),
        ("service", "svc"),
        ("management", "mgmt"),
        ("association", "assoc"),
        ("associates", "assoc"),
        ("center", "ctr"),
        ("centre", "ctr"),
        ("saint", "st"),
        ("street", "st"),
        ("mount", "mt"),
        ("hospital", "hosp"),
        ("university", "univ"),
        ("national", "natl"),
        ("engineering", "eng"),
        ("technologies", "tech"),
        ("technology", "tech"),
        ("construction", "const"),
        ("properties", "props"),
        ("property", "prop"),
        ("distribution", "dist"),
        ("development", "dev"),
        ("laboratories", "labs"),
        ("transportation", "transp"),
        ("maintenance", "maint"),
        ("equipment", "equip"),
        ("restaurant", "rest"),
        ("delicatessen", "deli"),
        ("department", "dept"),
        ("school", "sch"),
        ("church", "ch"),
        ("community", "comm"),
        ("north", "n"),
        ("south", "s"),
        ("west", "w"),
        ("east", "e"),
        ("insurance", "ins"),
        ("group", "grp"),
        ("holdings", "hldgs"),
        ("solutions", "soln"),
        ("systems", "sys"),
        ("supply", "sup"),
        ("american", "amer"),
        ("council", "cncl"),
    ];

    public static readonly string[] Additions =
    [
        "services",
        "group",
        "uk",
        "shop",
        "store",
        "company",
        "restaurant",
        "the original",
        "co",
        "of",
        "center",
        "and co",
    ];

    public static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
}
