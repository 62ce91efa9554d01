using Npgsql;

namespace AadPg;

/// <summary>
/// What a failed login with a token means, in plain words. A server says little about why it refuses a login, and some of what it says
/// points elsewhere; this is what it comes down to with Azure AD.
/// </summary>
public sealed class AadLoginError
{
    internal AadLoginError(AadLoginErrorCause cause, string explanation, string remedy) =>
        (Cause, Explanation, Remedy) = (cause, explanation, remedy);

    /// <summary>The cause, for code.</summary>
    public AadLoginErrorCause Cause { get; }

    /// <summary>The cause, for people: one sentence or two, without secrets and without values of the connection.</summary>
    public string Explanation { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>Explains why an open failed.</summary>
    /// <param name="exception">What the open threw: a <see cref="PostgresException"/>, or what Npgsql, Entity Framework Core or others wrapped
    /// it in.</param>
    /// <returns>The explanation; null when it is none of the known errors of a login.</returns>
    public static AadLoginError? Explain(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return LoginErrorTable.Find(exception);
    }

    /// <summary>Explanation and remedy.</summary>
    public override string ToString() => $"{Explanation} {Remedy}";
}
