using AadPg.Analyzers;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Usage;

/// <summary>
/// The rules on <c>[AadConnectionFactory]</c>. An error means that no factory is generated; with a warning there is one,
/// but it will not do what was meant.
/// </summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor FactoryNotPartial = Create(
        UsageRuleIds.FactoryNotPartial,
        "Connection factory class is not partial",
        "'{0}' is not partial, so connection factory '{1}' cannot be generated: add 'partial' to its declaration",
        DiagnosticSeverity.Error,
        "The generator writes the other half of the class. The class, every declaration of it, and every type around it must be partial.");

    public static readonly DiagnosticDescriptor UnsupportedFactoryClass = Create(
        UsageRuleIds.UnsupportedFactoryClass,
        "Class cannot be a connection factory",
        "'{0}' cannot be a connection factory: {1}",
        DiagnosticSeverity.Error,
        "A connection factory is an ordinary class or record that the container can construct.");

    public static readonly DiagnosticDescriptor FactoryMemberConflict = Create(
        UsageRuleIds.FactoryMemberConflict,
        "Member is in the way of a generated one",
        "'{0}' has a member '{1}', which the connection factory generates: rename or remove it",
        DiagnosticSeverity.Error,
        "The generated half of the class declares the constructor, DataSource, OpenConnection, OpenConnectionAsync, CreateCommand, Dispose and DisposeAsync, and in a class that is not sealed, Dispose(bool) and DisposeAsyncCore. A member of the class or of its base class must not have the same signature.");

    public static readonly DiagnosticDescriptor HookSignature = Create(
        UsageRuleIds.HookSignature,
        "ConfigureDataSource is not declared as the factory calls it",
        "'{0}' is not what the connection factory calls: declare it as '{1}' with a body, or rename it",
        DiagnosticSeverity.Error,
        "The factory declares ConfigureDataSource as a partial method and calls it before it builds the data source. The class may implement it, with the same signature.");

    public static readonly DiagnosticDescriptor BaseConstructorMissing = Create(
        UsageRuleIds.BaseConstructorMissing,
        "Base class of a connection factory needs arguments",
        "'{0}' has no single constructor that '{1}' can call without arguments: add a parameterless one, or hold the object in a field",
        DiagnosticSeverity.Error,
        "The generated constructor calls the base class's constructor without arguments.");

    public static readonly DiagnosticDescriptor PrimaryConstructor = Create(
        UsageRuleIds.PrimaryConstructor,
        "Connection factory has a primary constructor",
        "'{0}' has a primary constructor, which the generated constructor would have to call: write an ordinary constructor with ': this(configure)' instead",
        DiagnosticSeverity.Error,
        "Every other constructor of a class with a primary constructor must call it, and the generated one has no arguments for it.");

    public static readonly DiagnosticDescriptor ConstructorSkipsDataSource = Create(
        UsageRuleIds.ConstructorSkipsDataSource,
        "Constructor leaves the factory without a data source",
        "This constructor of '{0}' does not call the generated one, so that DataSource stays null: add ': this(configure: null)', or pass what changes the options",
        DiagnosticSeverity.Warning,
        "Only the generated constructor makes the data source. A constructor of your own must go through it with ': this(...)'.");

    public static readonly DiagnosticDescriptor MemberLeftNull = Create(
        UsageRuleIds.MemberLeftNull,
        "Member is left null by the generated constructor",
        "'{0}' is not nullable, but the generated constructor leaves it null: give it an initial value, or make it nullable",
        DiagnosticSeverity.Warning,
        "The generated constructor is public and sets DataSource alone. What only a constructor of your own sets is null in a factory made by the other.");

    public static readonly DiagnosticDescriptor MissingSetting = Create(
        UsageRuleIds.MissingSetting,
        "Connection factory does not say where to connect",
        "The attribute gives no {0}: set it, or name a connection string of the configuration with [AadConnectionFactory(\"name\")]",
        DiagnosticSeverity.Warning,
        "Without a connection name, nothing but the attribute and the options at run time says where to connect and as whom. The driver would guess the rest: the operating system's user name, and a database of that name.");

    public static readonly DiagnosticDescriptor UnusableValue = Create(
        UsageRuleIds.UnusableValue,
        "Connection factory setting is empty",
        "The value of {0} is empty or holds a null character: give a value, or leave {0} out",
        DiagnosticSeverity.Error,
        "An empty setting is not the same as none to a reader, but it is to the driver; a null character cannot be sent at all.");

    public static readonly DiagnosticDescriptor TlsNotRequired = Create(
        UsageRuleIds.TlsNotRequired,
        "Connection factory does not require TLS",
        "This SslMode does not require TLS, and the token would cross the network in clear text: use SslMode.VerifyFull, VerifyCA or Require",
        DiagnosticSeverity.Error,
        "The token is sent as the password. Modes below Require go on without TLS when the server or someone between refuses it.");

    public static readonly DiagnosticDescriptor PortOutOfRange = Create(
        UsageRuleIds.PortOutOfRange,
        "Connection factory port is out of range",
        "This Port is not between 1 and 65535: correct it, or leave Port out for 5432",
        DiagnosticSeverity.Error,
        "A TCP port is a number from 1 to 65535.");

    public static readonly DiagnosticDescriptor InvalidHost = Create(
        UsageRuleIds.InvalidHost,
        "Connection factory host is not a host name",
        "This Host is not a host name: give the server's name alone, such as 'shop.postgres.database.azure.com', and other settings by their own properties",
        DiagnosticSeverity.Error,
        "Host takes a name or an address, or several with commas between them, each with a port if need be. A URI or a connection string is none.");

    public static readonly DiagnosticDescriptor InvalidClientId = Create(
        UsageRuleIds.InvalidClientId,
        "Client id of the managed identity is not a GUID",
        "This ManagedIdentityClientId is not a GUID like '00000000-0000-0000-0000-000000000000': take the identity's client id, not its name or resource id",
        DiagnosticSeverity.Error,
        "A user-assigned managed identity is chosen by its client id, which is a GUID.");

    public static readonly DiagnosticDescriptor HostOfNoCloud = Create(
        UsageRuleIds.HostOfNoCloud,
        "Connection factory host is of no Azure cloud",
        "Host '{0}' is not a name that Azure gives, so that it gets no token: correct it, or add it to AllowedHosts in the options",
        DiagnosticSeverity.Info,
        "The token goes only to hosts with the suffix of an Azure cloud. Private DNS names and loopback must be allowed in the options at run time.");

    public static readonly DiagnosticDescriptor UsernameTooLong = Create(
        UsageRuleIds.UsernameTooLong,
        "User name is longer than the server keeps",
        "This Username has {0} bytes in UTF-8, and the server cuts it off after {1}: use a role with a shorter name",
        DiagnosticSeverity.Warning,
        "PostgreSQL cuts role names off after 63 bytes, so that the login is for another name than the one written.");

    public static readonly DiagnosticDescriptor UsernameWithServer = Create(
        UsageRuleIds.UsernameWithServer,
        "User name ends in the server's name",
        "This Username has the form 'user@server' of the retired Single Server: leave out '@' and the server's name",
        DiagnosticSeverity.Warning,
        "Azure Database for PostgreSQL Flexible Server takes the name of the role as it is: the user principal name, or the display name of a group, service principal or managed identity.");

    public static readonly DiagnosticDescriptor RegistrationNameTaken = Create(
        UsageRuleIds.RegistrationNameTaken,
        "Registration method of a connection factory has no free name",
        "'Add{0}' is not generated, because '{1}' would have it too: rename one of them",
        DiagnosticSeverity.Warning,
        "The registration method is named after the class alone. Two factories of one name, in whatever namespaces, or a class of yours named like the generated one leave it without a name.");

    public static readonly DiagnosticDescriptor UnusableConnectionString = Create(
        UsageRuleIds.UnusableConnectionString,
        "Connection factory's connection string cannot be used",
        "This ConnectionString cannot be used: {0}",
        DiagnosticSeverity.Error,
        "The attribute's ConnectionString is for settings that have no property of their own. Npgsql must be able to read it, and it must not turn TLS off.");

    public static readonly DiagnosticDescriptor PasswordInFactory = Create(
        UsageRuleIds.PasswordInFactory,
        "Connection factory has a password",
        "'{0}' in this ConnectionString would be a second password beside the Azure AD token: remove it, and from wherever else it is kept",
        DiagnosticSeverity.Error,
        "A factory logs in with a token as the password. A static password in the attribute is in the assembly for everyone to read, and the runtime refuses it.");

    public static readonly DiagnosticDescriptor SettingConflict = Create(
        UsageRuleIds.SettingConflict,
        "Connection factory settings exclude each other",
        "These settings exclude each other: {0}",
        DiagnosticSeverity.Error,
        "Npgsql refuses some settings together when the first connection is opened, and a setting that is said twice is a mistake in one of the places.");

    public static readonly DiagnosticDescriptor SettingOutOfRange = Create(
        UsageRuleIds.SettingOutOfRange,
        "Connection factory setting is out of range",
        "The value of {0} must be {1}",
        DiagnosticSeverity.Error,
        "Npgsql refuses the value when the data source is made.");

    public static readonly DiagnosticDescriptor HostOfOtherCloud = Create(
        UsageRuleIds.HostOfOtherCloud,
        "Connection factory host is in another Azure cloud",
        "Host '{0}' is in another Azure cloud than {1}: a token is for one cloud, correct the host or Cloud",
        DiagnosticSeverity.Error,
        "A token is asked for with the scope of one cloud, and its servers alone take it. The runtime sends it to no other cloud's hosts.");

    public static readonly DiagnosticDescriptor ChoiceOfOneHost = Create(
        UsageRuleIds.ChoiceOfOneHost,
        "Connection factory chooses between hosts but has one",
        "Host names one server, so that there is nothing to choose: name the others too, separated by commas",
        DiagnosticSeverity.Warning,
        "ReadReplicas and TargetSessionAttributes choose among the hosts of the list. On Azure, a read replica has a host name of its own.");

    public static readonly DiagnosticDescriptor ConnectionNotConfigured = Create(
        UsageRuleIds.ConnectionNotConfigured,
        "Connection string of the factory is not in the settings files",
        "Connection string '{0}' is not in {1}, which has others: correct the name, or give the Host in the attribute if the environment brings the rest",
        DiagnosticSeverity.Warning,
        "The factory reads ConnectionStrings:<name> from configuration, and nothing else names a host. The files that the app brings have connection strings, but none of this name.");

    public static readonly DiagnosticDescriptor ConfiguredPassword = Create(
        UsageRuleIds.ConfiguredPassword,
        "Configured connection string of the factory has a password",
        "Connection string '{0}' in {1} has '{2}', with which the factory refuses to start: remove it there, the Azure AD token is the password",
        DiagnosticSeverity.Warning,
        "The factory takes the connection string from configuration when the app runs, and refuses a password in it.");

    public static readonly DiagnosticDescriptor ConfiguredTlsTooWeak = Create(
        UsageRuleIds.ConfiguredTlsTooWeak,
        "Configured connection string of the factory has too little TLS",
        "Connection string '{0}' in {1} has '{2}', which is less than the attribute's SslMode, and the factory refuses to start: remove it there, or set SslMode",
        DiagnosticSeverity.Warning,
        "The attribute's SslMode, VerifyFull unless it says otherwise, is the least that configuration may say.");

    public static readonly DiagnosticDescriptor ConfiguredUsernameMissing = Create(
        UsageRuleIds.ConfiguredUsernameMissing,
        "Configured connection string of the factory has no user name",
        "Connection string '{0}' in {1} has no '{2}', and neither has the attribute: set it there to the Azure AD user, group, service principal or managed identity",
        DiagnosticSeverity.Warning,
        "Without a user name the driver would send the name of the operating system's user, and the factory refuses to start.");

    public static readonly DiagnosticDescriptor ConfiguredHostOfOtherCloud = Create(
        UsageRuleIds.ConfiguredHostOfOtherCloud,
        "Configured host of the factory is in another Azure cloud",
        "Connection string '{0}' in {1} has the host '{2}', which is in another Azure cloud than the attribute says: correct the host, or the attribute's Cloud or Host",
        DiagnosticSeverity.Warning,
        "A token is asked for with the scope of one cloud, and the runtime sends it to no other cloud's hosts.");

    public static readonly DiagnosticDescriptor ConfiguredStringUnusable = Create(
        UsageRuleIds.ConfiguredStringUnusable,
        "Configured connection string of the factory cannot be read",
        "Connection string '{0}' in {1} cannot be used: {2}",
        DiagnosticSeverity.Warning,
        "Npgsql refuses the connection string, or reads something else in it than was meant, when the app runs.");

    public static readonly DiagnosticDescriptor UnsupportedConnectionMember = Create(
        UsageRuleIds.UnsupportedConnectionMember,
        "Member cannot be a connection",
        "'{0}' cannot be a connection: {1}",
        DiagnosticSeverity.Error,
        "A connection is a partial property 'partial NpgsqlDataSource Orders { get; }', or a partial method without parameters, of a partial class; the generator writes its other half.");

    private static DiagnosticDescriptor Create(string id, string title, string messageFormat, DiagnosticSeverity severity, string description)
        => DescriptorFactory.Create(id, title, messageFormat, "Usage", severity, description, project: "AadPg.Generators");
}
