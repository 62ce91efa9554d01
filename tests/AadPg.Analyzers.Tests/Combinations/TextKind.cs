namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>What a place takes.</summary>
internal enum TextKind
{
    ConnectionString,

    /// <summary>A place that says nothing of PostgreSQL: the text has to.</summary>
    ConnectionStringByItsOwnWords,

    Password,
}
