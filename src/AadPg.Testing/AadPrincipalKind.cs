namespace AadPg.Testing;

/// <summary>What a principal of the directory is.</summary>
public enum AadPrincipalKind
{
    /// <summary>A person, named by the user principal name; the token has <c>upn</c>.</summary>
    User,

    /// <summary>A group: its members log in with the group's name and their own token. It has no token itself.</summary>
    Group,

    /// <summary>An application's service principal, named by its display name.</summary>
    ServicePrincipal,

    /// <summary>A managed identity, named by its display name; the token has no name claim.</summary>
    ManagedIdentity,
}
