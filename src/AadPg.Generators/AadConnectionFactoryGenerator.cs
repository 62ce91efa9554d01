using AadPg.Generators.Emit;
using AadPg.Generators.Parsing;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators;

/// <summary>
/// Turns every class marked <c>[AadConnectionFactory]</c> into a typed connection factory, and gives each an
/// <c>Add&lt;Name&gt;()</c> where dependency injection is referenced; and every property or method marked <c>[AadConnection]</c> into a data source. Reports nothing:
/// <see cref="AadConnectionFactoryAnalyzer"/> runs the same parser and explains why a factory is not generated.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AadConnectionFactoryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var factories = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.FactoryAttribute, FactoryTarget.IsCandidate, FactoryTarget.ReadSpec)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Factories);

        var members = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.MemberAttribute, ConnectionMemberTarget.IsCandidate, ConnectionMemberTarget.ReadSpec)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Members);

        // Pairs of references throughout: the runtime compiles each step anew for each pair of values, at the start of every build.
        var clashes = factories.Collect().Select(static (factories, _) => NameClaims.Of(factories))
            .Combine(members.Collect().Select(static (members, _) => NameClaims.Of(members)))
            .Select(static (claims, _) => NameClashes.Find(claims.Left, claims.Right))
            .WithTrackingName(TrackingNames.Clashes);

        var namedFactories = factories.Combine(clashes);

        var factoryFiles = namedFactories
            .Select(static (pair, _) => FactoryFileSpec.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.FactoryFiles);

        var memberFiles = members.Combine(clashes)
            .Select(static (pair, _) => ConnectionMemberFileSpec.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.MemberFiles);

        var registrationFiles = namedFactories
            .Select(static (pair, _) => RegistrationFileSpec.Create(pair.Left, pair.Right))
            .WhereNotNull()
            .WithTrackingName(TrackingNames.RegistrationFiles);

        context.RegisterSourceOutput(factoryFiles, static (output, file) => output.AddSource(file.HintName, FactoryEmitter.Emit(file.Factory)));
        context.RegisterSourceOutput(memberFiles, static (output, file) => output.AddSource(file.HintName, ConnectionMemberEmitter.Emit(file.Member)));
        context.RegisterSourceOutput(registrationFiles, static (output, file) => output.AddSource(file.HintName, RegistrationEmitter.Emit(file)));
    }
}
