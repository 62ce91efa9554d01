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

    public static readonly DiagnosticDescriptor TokenInConnectionString = DescriptorFactory.Create(
        RuleIds.TokenInConnectionString,
        "Access token in a connection string",
        "{0} in a connection string expires there, and makes a connection pool of its own; use UseAadAuthentication or UsePasswordProvider on a data source",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "Npgsql keeps a pool for each connection string. With a token in it, every new token makes a new pool, old pools keep their connections, and a pool whose " +
        "token has expired cannot open another. Connection strings are also shown and stored in more places than a token should be.");

    public static readonly DiagnosticDescriptor TokenHeldTooLong = DescriptorFactory.Create(
        RuleIds.TokenHeldTooLong,
        "Access token is held longer than it lives",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "The credentials of Azure.Identity hand out the token that they have until five minutes before it expires. A periodic provider keeps what it gets for the " +
        "whole interval, so that with 55 minutes about every third login can be with an expired token; one that is kept in a field is expired for good after an hour.");

    public static readonly DiagnosticDescriptor WrongTokenScope = DescriptorFactory.Create(
        RuleIds.WrongTokenScope,
        "Access token is for another service than PostgreSQL",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "Azure Database for PostgreSQL takes tokens of its own audience alone, which is another one in each of Azure's clouds. A token of another scope is " +
        "refused at the login, and the server that gets it could use it on the service that it is for.");

    public static readonly DiagnosticDescriptor CredentialPerConnection = DescriptorFactory.Create(
        RuleIds.CredentialPerConnection,
        "Credential is created for each connection",
        "This '{0}' is created anew for each connection, with an empty token cache; create it once, outside of the callback",
        Categories.Performance,
        DiagnosticSeverity.Warning,
        "A credential keeps its token for as long as it lives. A new one asks the token service each time, which takes long, and which limits how often it may be " +
        "asked: a burst of connections then fails.");

    public static readonly DiagnosticDescriptor BlockingTokenProvider = DescriptorFactory.Create(
        RuleIds.BlockingTokenProvider,
        "Password provider blocks or throws",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Info,
        "Npgsql calls the synchronous callback for Open() and the asynchronous one for OpenAsync(). A callback that blocks on a task takes a thread of the pool " +
        "while it waits, and can starve it; one that only throws fails where code opens synchronously, as EF Core's migrations do.");

    public static readonly DiagnosticDescriptor ConflictingPassword = DescriptorFactory.Create(
        RuleIds.ConflictingPassword,
        "Password in the connection string conflicts with the password provider",
        "'{0}' and a password provider exclude each other, and the data source cannot be built; remove '{0}'",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        "Npgsql throws when a data source is built from a connection string with Password or Passfile and a password provider besides: it cannot know which is " +
        "meant. AadPg refuses the same.");

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

    public static readonly DiagnosticDescriptor ConnectionStringInjection = DescriptorFactory.Create(
        RuleIds.ConnectionStringInjection,
        "Value of a caller in a PostgreSQL connection string",
        "The value for '{0}' comes from a caller and can hold further keywords, such as another Host; set it through NpgsqlConnectionStringBuilder, which puts it in quotes",
        Categories.Security,
        DiagnosticSeverity.Info,
        "In a connection string, a semicolon ends a value, and the last of two keywords counts: 'x;Host=evil.example;SSL Mode=Disable' in the place of a user name sends " +
        "the password or the Azure AD token to another server, in plain text. NpgsqlConnectionStringBuilder puts a value in quotes that needs it.");

    public static readonly DiagnosticDescriptor TokenLogged = DescriptorFactory.Create(
        RuleIds.TokenLogged,
        "Access token or PostgreSQL password is logged",
        "{0} is written where others can read it, and log in with it; leave it out",
        Categories.Security,
        DiagnosticSeverity.Warning,
        "Whoever can read the log, the console or the text of an exception can log in as the app until the token expires, with a password for ever. Logs are kept, " +
        "copied and searched.");
}
