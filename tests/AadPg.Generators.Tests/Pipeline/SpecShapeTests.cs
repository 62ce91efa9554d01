using System.Reflection;
using System.Runtime.CompilerServices;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Tests.Pipeline;

/// <summary>
/// What flows between the steps must be comparable by value and must hold nothing of the compilation: no symbol, syntax, location or
/// plain array. So specs are made of a closed set of types.
/// </summary>
public class SpecShapeTests
{
    private static readonly Type[] s_roots = [typeof(ConnectionFactorySpec), typeof(NameClaims), typeof(NameClashes), typeof(FactoryFileSpec), typeof(RegistrationFileSpec), typeof(ConnectionMemberFileSpec)];

    [Fact]
    public void Specs_AreSealedRecordsOfPlainValues()
    {
        var seen = new HashSet<Type>();
        foreach (var root in s_roots)
            Visit(root, root.Name, seen);

        Assert.Contains(typeof(ConnectionSettingsSpec), seen);
        Assert.Contains(typeof(TypePartSpec), seen);
    }

    [Fact]
    public void EverySpec_IsReachedFromTheSteps()
    {
        var seen = new HashSet<Type>();
        foreach (var root in s_roots)
            Visit(root, root.Name, seen);

        var records = typeof(ConnectionFactorySpec).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(ConnectionFactorySpec).Namespace && IsRecord(type));
        Assert.All(records, type => Assert.Contains(type, seen));
    }

    private static void Visit(Type type, string path, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(bool) || type == typeof(int) || type.IsEnum)
            return;

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            Visit(type.GetGenericArguments()[0], path, seen);
            return;
        }

        Assert.True(IsRecord(type) && type.IsSealed, $"{path} is of {type}, which is no sealed record of ours.");
        if (!seen.Add(type))
            return;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Visit(field.FieldType, $"{path}.{field.Name}", seen);
    }

    private static bool IsRecord(Type type)
        => type.Assembly == typeof(ConnectionFactorySpec).Assembly
            && type.GetMethod("<Clone>$") is not null
            && !type.IsDefined(typeof(CompilerGeneratedAttribute));
}
