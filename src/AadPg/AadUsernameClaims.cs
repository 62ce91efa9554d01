using System.Diagnostics.CodeAnalysis;

namespace AadPg;

/// <summary>Claims of an access token that can name the PostgreSQL user; of those that are chosen, the first that the token has counts, in this order.</summary>
/// <remarks>
/// The token is read, not verified: it came from the credential, and the server verifies it. A name that does not fit it is refused there.
/// </remarks>
[Flags]
[SuppressMessage("Naming", "CA1714", Justification = "It is plural: claims.")]
public enum AadUsernameClaims
{
    /// <summary>None: the user name stands in the connection string.</summary>
    None = 0,

    /// <summary><c>upn</c>, a person's principal name, such as <c>alice@contoso.com</c>.</summary>
    Upn = 1,

    /// <summary><c>preferred_username</c>, what a person signs in with; it can be changed.</summary>
    PreferredUsername = 2,

    /// <summary><c>unique_name</c>, in tokens of version 1.0.</summary>
    UniqueName = 4,

    /// <summary><c>xms_mirid</c>, the resource id of a managed identity, of which the last part is its name.</summary>
    ManagedIdentityName = 8,

    /// <summary>All of them.</summary>
    Any = Upn | PreferredUsername | UniqueName | ManagedIdentityName,
}
