namespace AadPg.Generators.Specs;

/// <summary>How widely <c>Add&lt;Name&gt;()</c> can be seen: as widely as the factory that it registers.</summary>
internal enum RegistrationVisibility
{
    /// <summary>A top-level class cannot see the factory (it is private or protected), or the name is taken: no method.</summary>
    None,
    Internal,
    Public,
}
