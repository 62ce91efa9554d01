using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tokens;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers;

/// <summary>
/// Finds the connection strings that reach PostgreSQL and runs the rules on them: operation, sink, text, parser, rules, diagnostic.
/// A diagnostic's first additional location is the operation at the sink, from which a code fix goes the same way again.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectionStringAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.StaticPassword, Descriptors.TlsNotRequired, Descriptors.StaticPasswordForLocalServer,
        Descriptors.ServerNotVerified, Descriptors.UserName, Descriptors.InvalidConnectionString,
        Descriptors.ConnectionStringInjection, Descriptors.TokenLogged);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A password in generated code is a password in the repository all the same.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (SinkTracer.For(context.Compilation) is not { } tracer)
            return;

        var reported = new ReportedFindings();
        context.RegisterOperationAction(
            operation => Analyze(operation, tracer, reported),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.Literal, OperationKind.Invalid);
    }

    private static void Analyze(OperationAnalysisContext context, SinkTracer tracer, ReportedFindings reported)
    {
        var texts = tracer.Trace(context.Operation, context.CancellationToken);
        if (!texts.IsEmpty)
            Check(context, texts, tracer, reported);
        else if (context.Operation is ILiteralOperation literal && EmbeddedJson.Read(literal, tracer, context.CancellationToken) is var (text, file))
            Check(context, text, file, tracer, reported);
    }

    private static RuleSettings SettingsOf(OperationAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree);
        return RuleSettings.Read(key => options.TryGetValue(key, out var value) ? value : null);
    }

    /// <summary>What a config file would be told, at the place in the code that has its text.</summary>
    private static void Check(OperationAnalysisContext context, TracedText text, ConfigFile file, SinkTracer tracer, ReportedFindings reported)
    {
        foreach (var finding in ConfigFileRules.Check(file, SettingsOf(context), tracer.Drivers))
            reported.Report(context, Diagnose(context, finding.Descriptor, text.LocationOf(finding.Range), finding.Argument));
    }

    private static void Check(OperationAnalysisContext context, ImmutableArray<TracedText> texts, SinkTracer tracer, ReportedFindings reported)
    {
        var settings = SettingsOf(context);
        foreach (var traced in texts)
        {
            if (BuilderVariable.IsForParser(traced))
                continue;

            var connectionString = ParsedConnectionString.Parse(traced.Text);
            var sink = traced.SinkBehindCall ?? context.Operation;
            foreach (var finding in ConnectionStringRules.Check(connectionString, settings))
            {
                if (!IsBesideThePoint(finding, connectionString, sink, tracer, context.CancellationToken))
                    reported.Report(context, Diagnose(context, finding.Descriptor, LocationOf(finding, traced), finding.Argument));
            }

            // Of a call, the parts of the text are the called method's, whose own sink is looked at too.
            if (traced.SinkBehindCall is not null)
                continue;

            foreach (var diagnostic in CheckFlow(traced, context.Operation, tracer, context.CancellationToken))
                reported.Report(context, diagnostic);
        }
    }

    private static Diagnostic Diagnose(OperationAnalysisContext context, DiagnosticDescriptor descriptor, Location location, string argument) =>
        Diagnostic.Create(descriptor, location, [context.Operation.Syntax.GetLocation()], argument);

    private static Location LocationOf(Finding finding, TracedText text) => (finding.Range, finding.ValueRange) switch
    {
        (null, _) => text.Whole,
        ({ } entry, null) => text.LocationOf(entry),
        ({ } entry, { } value) => text.LocationOf(entry, value),
    };

    /// <summary>Where the parts of the text come from, and where else the text goes.</summary>
    private static IEnumerable<Diagnostic> CheckFlow(TracedText text, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        ConnectionStringInjectionRule.Check(text, sink, tracer, cancellationToken).Concat(LoggedConnectionStringRule.Check(text, sink, tracer, cancellationToken));

    /// <summary>Whether what the rule says of the text does not hold where the text goes.</summary>
    private static bool IsBesideThePoint(Finding finding, ParsedConnectionString connectionString, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        (InvalidConnectionStringRule.IsOfAnotherLibrary(finding, connectionString) && SinkFinder.FindConnectionString(sink) is null)
        || IsOfNoConnection(finding, sink)
        || (finding.Range is null && IsNoLack(finding, sink, tracer, cancellationToken));

    /// <summary>Of a text that is only taken apart, what is secret in it counts, and whether Npgsql reads it; not how one would connect with it.</summary>
    private static bool IsOfNoConnection(Finding finding, IOperation sink) =>
        finding.Descriptor.Id is RuleIds.TlsNotRequired or RuleIds.ServerNotVerified or RuleIds.UserName && sink is IObjectCreationOperation creation && BuilderVariable.IsParser(creation);

    /// <summary>Whether what the text lacks comes from the code around it, or is not needed, since nobody connects with it.</summary>
    private static bool IsNoLack(Finding finding, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        (DataSourceBuilderUse.MaySetMore(sink) && !(sink is IObjectCreationOperation creation && DataSourceBuilderUse.IsBuilder(creation.Type)))
        || FactoryAttributeUse.IsIn(sink)
        || LoggedConnectionStringRule.IsOnlyLogged(sink, tracer, cancellationToken)
        || (finding.Descriptor.Id == RuleIds.TlsNotRequired && DataSourceBuilderUse.RequiresTls(sink))
        || (finding.Descriptor.Id == RuleIds.UserName && DataSourceBuilderUse.MayTakeUsername(sink));
}
