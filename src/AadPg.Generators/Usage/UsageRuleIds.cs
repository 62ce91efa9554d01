namespace AadPg.Generators.Usage;

/// <summary>Ids of the rules on the generator's attributes. An id is never used for another rule.</summary>
internal static class UsageRuleIds
{
    public const string FactoryNotPartial = "AADPG0101";
    public const string UnsupportedFactoryClass = "AADPG0102";
    public const string FactoryMemberConflict = "AADPG0103";
    public const string HookSignature = "AADPG0104";
    public const string BaseConstructorMissing = "AADPG0105";
    public const string PrimaryConstructor = "AADPG0106";
    public const string ConstructorSkipsDataSource = "AADPG0107";
    public const string MemberLeftNull = "AADPG0108";
    public const string MissingSetting = "AADPG0109";
    public const string UnusableValue = "AADPG0110";
    public const string TlsNotRequired = "AADPG0111";
    public const string PortOutOfRange = "AADPG0112";
    public const string InvalidHost = "AADPG0113";
    public const string InvalidClientId = "AADPG0114";
    public const string HostOfNoCloud = "AADPG0115";
    public const string UsernameTooLong = "AADPG0116";
    public const string UsernameWithServer = "AADPG0117";
    public const string RegistrationNameTaken = "AADPG0118";
    public const string UnusableConnectionString = "AADPG0119";
    public const string PasswordInFactory = "AADPG0120";
    public const string SettingConflict = "AADPG0121";
    public const string SettingOutOfRange = "AADPG0122";
    public const string HostOfOtherCloud = "AADPG0123";
    public const string ChoiceOfOneHost = "AADPG0124";
    public const string ConnectionNotConfigured = "AADPG0125";
    public const string ConfiguredPassword = "AADPG0126";
    public const string ConfiguredTlsTooWeak = "AADPG0127";
    public const string ConfiguredUsernameMissing = "AADPG0128";
    public const string ConfiguredHostOfOtherCloud = "AADPG0129";
    public const string ConfiguredStringUnusable = "AADPG0130";
    public const string UnsupportedConnectionMember = "AADPG0131";
}
