using System.Collections.Immutable;
using AadPg.Generators.Parsing;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Generators;

/// <summary>
/// Explains wrong uses of <c>[AadConnectionFactory]</c>, at the token that is wrong. An analyzer rather than the generator
/// says so because <c>#pragma</c> and <c>.editorconfig</c> reach only an analyzer's diagnostics.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AadConnectionFactoryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageDescriptors.FactoryNotPartial,
        UsageDescriptors.UnsupportedFactoryClass,
        UsageDescriptors.FactoryMemberConflict,
        UsageDescriptors.HookSignature,
        UsageDescriptors.BaseConstructorMissing,
        UsageDescriptors.PrimaryConstructor,
        UsageDescriptors.ConstructorSkipsDataSource,
        UsageDescriptors.MemberLeftNull,
        UsageDescriptors.MissingSetting,
        UsageDescriptors.UnusableValue,
        UsageDescriptors.TlsNotRequired,
        UsageDescriptors.PortOutOfRange,
        UsageDescriptors.InvalidHost,
        UsageDescriptors.InvalidClientId,
        UsageDescriptors.HostOfNoCloud,
        UsageDescriptors.UsernameTooLong,
        UsageDescriptors.UsernameWithServer,
        UsageDescriptors.RegistrationNameTaken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!KnownTypes.HasFactoryAttribute(start.Compilation))
                return;

            var hasServices = KnownTypes.HasServiceCollection(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, hasServices), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, bool hasServices)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FactoryTarget.FindAttribute(type) is not { } attribute)
            return;

        var factory = ConnectionFactoryParser.Parse(type, attribute, context.Compilation, context.CancellationToken);
        foreach (var problem in factory.Problems)
            context.ReportDiagnostic(problem);

        if (hasServices && factory.Spec is not null && RegistrationClash.Find(type, context.Compilation, context.CancellationToken) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.RegistrationNameTaken, type.Locations[0], type.Name, other));
    }
}
