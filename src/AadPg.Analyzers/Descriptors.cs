using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers;

/// <summary>What the rules say. An argument of a message is a keyword or a setting's name, never a value that may be secret.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor StaticPassword = DescriptorFactory.Create(
        RuleIds.StaticPassword,
        "Static PostgreSQL password",
        "'{0}' holds a static PostgreSQL password; remove it and use Azure AD authentication",
        Categories.Security,
        DiagnosticSeverity.Warning,
        "A password in code or configuration is in the repository's history, in every build and in every backup, works for whoever finds it, " +
        "and does not expire. An Azure AD token belongs to one identity, is got just before the login and lives about an hour.");

    public static readonly DiagnosticDescriptor TlsNotRequired = DescriptorFactory.Create(
        RuleIds.TlsNotRequired,
        "TLS is not required for PostgreSQL",
        "{0}; set 'SSL Mode=VerifyFull', or at least 'SSL Mode=Require', so that passwords and tokens are never sent in plain text",
        Categories.Security,
        DiagnosticSeverity.Warning,
        "Npgsql's default is SSL Mode=Prefer, which falls back to plain text when the server, or somebody between, refuses TLS. The password, or the " +
        "Azure AD token in its place, is then sent in plain text. Only Require, VerifyCA and VerifyFull never fall back; only VerifyFull also proves " +
        "that the server is the one that was asked for.");

    public static readonly DiagnosticDescriptor StaticPasswordForLocalServer = DescriptorFactory.Create(
        RuleIds.StaticPasswordForLocalServer,
        "Static PostgreSQL password for a local server",
        "'{0}' holds a static password for a local PostgreSQL server; use Azure AD authentication here too, or keep the password out of the code",
        Categories.Security,
        DiagnosticSeverity.Info,
        "A password for a server on this machine guards little by itself, but it is copied to where it matters, and code that logs in with " +
        "a password is not the code that runs in production.");

    public static readonly DiagnosticDescriptor ServerNotVerified = DescriptorFactory.Create(
        RuleIds.ServerNotVerified,
        "PostgreSQL server is not verified",
        "{0}; set 'SSL Mode=VerifyFull', so that only the server that was asked for gets the password or token",
        Categories.Security,
        DiagnosticSeverity.Info,
        "TLS without a look at the certificate keeps listeners out, but not somebody who answers in the server's place: he gets the password, or the " +
        "Azure AD token, in readable form. From Npgsql 8 on, SSL Mode=Require takes any certificate. Only VerifyFull checks its issuer and its name.");

    public static readonly DiagnosticDescriptor UserName = DescriptorFactory.Create(
        RuleIds.UserName,
        "PostgreSQL user name is missing or misspelt",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "Azure Database for PostgreSQL finds the role by the user name exactly as it is sent: the user principal name, or the display name of a group, service " +
        "principal or managed identity. Without one, Npgsql sends the name of the operating system's user.");

    public static readonly DiagnosticDescriptor InvalidConnectionString = DescriptorFactory.Create(
        RuleIds.InvalidConnectionString,
        "Npgsql does not read this connection string",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "What other drivers and tools take, Npgsql refuses with an exception when the app runs, some of which repeat the text, password included, or " +
        "misreads without a word.");
}
