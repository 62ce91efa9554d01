namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>Whether a keyword is set. <see cref="Unknown"/> is a reason for silence, never for a finding.</summary>
internal enum Presence
{
    Absent,
    Present,
    Unknown,
}
