using System.Collections.Immutable;
using AadPg.Generators.Parsing;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Generators;

/// <summary>
/// Explains wrong uses of <c>[AadConnectionFactory]</c> and <c>[AadConnection]</c>, at the token that is wrong. An analyzer rather than the generator
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
        UsageDescriptors.RegistrationNameTaken,
        UsageDescriptors.UnusableConnectionString,
        UsageDescriptors.PasswordInFactory,
        UsageDescriptors.SettingConflict,
        UsageDescriptors.SettingOutOfRange,
        UsageDescriptors.HostOfOtherCloud,
        UsageDescriptors.ChoiceOfOneHost,
        UsageDescriptors.ConnectionNotConfigured,
        UsageDescriptors.ConfiguredPassword,
        UsageDescriptors.ConfiguredTlsTooWeak,
        UsageDescriptors.ConfiguredUsernameMissing,
        UsageDescriptors.ConfiguredHostOfOtherCloud,
        UsageDescriptors.ConfiguredStringUnusable,
        UsageDescriptors.UnsupportedConnectionMember);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!KnownTypes.MayHaveFactoryAttribute(start.Compilation))
                return;

            var project = new AnalyzedProject(start);
            start.RegisterSymbolAction(symbol => Analyze(symbol, project), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => AnalyzeMember(symbol, project), SymbolKind.Property, SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, AnalyzedProject project)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FactoryTarget.FindAttribute(type) is not { } attribute || !project.CanUseAttribute)
            return;

        foreach (var problem in project.Check(type, attribute, context.CancellationToken))
            context.ReportDiagnostic(problem);
    }

    private static void AnalyzeMember(SymbolAnalysisContext context, AnalyzedProject project)
    {
        // The half that the attribute is written on; the generated one shows it too.
        if (ConnectionMemberTarget.FindAttribute(context.Symbol) is not { } attribute
            || !project.CanUseAttribute
            || !context.Symbol.DeclaringSyntaxReferences.Any(half => ConnectionMemberTarget.IsOn(attribute, half.GetSyntax(context.CancellationToken))))
            return;

        foreach (var problem in project.CheckMember(context.Symbol, attribute, context.CancellationToken))
            context.ReportDiagnostic(problem);
    }

    /// <summary>What is found once for all factories of a project, when the first of them asks.</summary>
    private sealed class AnalyzedProject(CompilationStartAnalysisContext start)
    {
        private readonly Compilation _compilation = start.Compilation;

        private readonly Lazy<bool> _canUseAttribute = new(() => KnownTypes.HasFactoryAttribute(start.Compilation));

        private readonly RegistrationClaims _claims = new(start.Compilation);

        private readonly Lazy<ImmutableArray<SettingsFile>> _settingsFiles = new(() => AppSettings.Read(start.Options, CancellationToken.None));

        /// <summary>Whether the attribute is the runtime's own, and the only one of its name.</summary>
        public bool CanUseAttribute => _canUseAttribute.Value;

        public ImmutableArray<Diagnostic> Check(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken)
        {
            var factory = ConnectionFactoryParser.Parse(type, attribute, _compilation, cancellationToken);
            if (factory.Spec is not { } spec)
                return factory.Problems;

            var problems = new UsageProblems();
            if (_claims.FindOther(type) is { } other)
                problems.Report(UsageDescriptors.RegistrationNameTaken, type.Locations[0], type.Name, other);
            CheckFiles(spec.Settings, attribute, problems, cancellationToken);
            return factory.Problems.AddRange(problems.ToImmutable());
        }

        public ImmutableArray<Diagnostic> CheckMember(ISymbol member, AttributeData attribute, CancellationToken cancellationToken)
        {
            var (spec, problems) = ConnectionMemberParser.Parse(member, attribute, _compilation, cancellationToken);
            if (spec is not null)
                CheckFiles(spec.Settings, attribute, problems, cancellationToken);
            return problems.ToImmutable();
        }

        private void CheckFiles(ConnectionSettingsSpec settings, AttributeData attribute, UsageProblems problems, CancellationToken cancellationToken)
        {
            if (settings.ConnectionName is not null)
                ConfiguredConnection.Check(settings, _settingsFiles.Value, new AttributeArguments(attribute, cancellationToken).LocationOf(AttributeArguments.ConnectionName), problems);
        }
    }
}
