namespace AadPg;

/// <summary>
/// Makes a partial class a typed connection factory: a data source, <c>OpenConnection</c>, <c>OpenConnectionAsync</c> and disposal are
/// generated, and <c>Add…</c> for dependency injection. Settings come from the properties here and from the configuration's
/// connection string of the given name, which wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AadConnectionFactoryAttribute : AadConnectionSettingsAttribute
{
    /// <summary>A factory whose settings all stand here or are set in code.</summary>
    public AadConnectionFactoryAttribute()
        : base(connectionName: null)
    {
    }

    /// <summary>A factory whose settings are also taken from configuration.</summary>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>.</param>
    public AadConnectionFactoryAttribute(string connectionName)
        : base(connectionName)
    {
    }
}
