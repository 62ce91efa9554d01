namespace AadPg;

/// <summary>
/// Makes a partial property or method a data source that logs in with Azure AD tokens, for those who prefer it to a class of its own
/// (<see cref="AadConnectionFactoryAttribute"/>). It is made when it is first asked for; that of a static member lives as long as the process, that of
/// an object belongs to it, which disposes it. Implement <c>static partial void Configure&lt;Name&gt;(AadConnectionFactoryOptions options)</c> to set options.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class AadConnectionAttribute : AadConnectionSettingsAttribute
{
    /// <summary>A data source whose settings all stand here or are set in code.</summary>
    public AadConnectionAttribute()
        : base(connectionName: null)
    {
    }

    /// <summary>A data source whose settings are also taken from configuration: from the <c>IConfiguration</c> that the class keeps in a field or property.</summary>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>.</param>
    public AadConnectionAttribute(string connectionName)
        : base(connectionName)
    {
    }
}
