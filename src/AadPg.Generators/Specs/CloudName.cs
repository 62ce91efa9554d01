namespace AadPg.Generators.Specs;

/// <summary>The clouds that an attribute can name, with the names and values of the runtime's enum.</summary>
internal enum CloudName
{
    /// <summary>Not said: the host's suffix tells.</summary>
    FromHost = 0,
    Public = 1,
    China = 2,
    UsGovernment = 3,
}
