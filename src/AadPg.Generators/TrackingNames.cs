namespace AadPg.Generators;

/// <summary>Names of the generator's steps, in their order, so that tests can see which of them an edit reran.</summary>
internal static class TrackingNames
{
    public const string Factories = nameof(Factories);
    public const string Members = nameof(Members);
    public const string Clashes = nameof(Clashes);
    public const string FactoryFiles = nameof(FactoryFiles);
    public const string MemberFiles = nameof(MemberFiles);
    public const string RegistrationFiles = nameof(RegistrationFiles);
}
