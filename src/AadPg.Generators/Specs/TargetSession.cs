namespace AadPg.Generators.Specs;

/// <summary>Which of several hosts a connection is opened to, with the names and values of Npgsql's enum.</summary>
internal enum TargetSession
{
    Any = 0,
    Primary = 1,
    Standby = 2,
    PreferPrimary = 3,
    PreferStandby = 4,
    ReadWrite = 5,
    ReadOnly = 6,
}
