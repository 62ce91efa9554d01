using System.Reflection;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>
/// Every public member of Npgsql's own assemblies that takes a connection string, a password or an SSL mode has its row, whichever version the
/// build was asked for. A member that a new version brings fails here until a line in the table knows it.
/// </summary>
public class NpgsqlSurfaceTests
{
    private static readonly Assembly[] s_assemblies =
        [typeof(NpgsqlConnection).Assembly, typeof(NpgsqlDbContextOptionsBuilderExtensions).Assembly, Assembly.Load("Npgsql.DependencyInjection")];

    /// <summary>Members that look like a way in and are none, with the reason.</summary>
    private static readonly HashSet<string> s_noWayIn =
    [
        "NpgsqlConnectionStringBuilder.PersistSecurityInfo", // whether the password can be read again
        "ProvidePasswordCallback.Invoke", // called by Npgsql
        "ProvidePasswordCallback.BeginInvoke",
    ];

    public static TheoryData<string, string, string> WaysIn
    {
        get
        {
            var ways = new TheoryData<string, string, string>();
            foreach (var (type, member, parameter) in s_assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsForUsers).SelectMany(MembersOf).Distinct())
                ways.Add(type, member, parameter);

            return ways;
        }
    }

    [Fact]
    public void Surface_IsSeen() => Assert.True(WaysIn.Count > 20, $"{WaysIn.Count} ways in");

    [Theory]
    [MemberData(nameof(WaysIn))]
    public void WayIn_HasARow(string type, string member, string parameter)
    {
        var isKeyword = type == typeof(NpgsqlConnectionStringBuilder).FullName && Keyword.Find(member) is not null;
        var isNamed = SinkTable.MethodNames.Contains(member) && Array.Exists(SinkTable.OfAnyType, row => row.Parameter == parameter);
        var hasRow = SinkTable.Sinks.Concat(SinkTable.Passwords).Any(row => row.Type == type && row.Member == member && (row.Parameter ?? "") == parameter);
        Assert.True(isKeyword || isNamed || hasRow, $"{type}.{member}({parameter}) has no row in {nameof(SinkTable)}");
    }

    /// <summary>EF Core's own insides carry "Internal" in their namespace and are for nobody else.</summary>
    private static bool IsForUsers(Type type) => !type.Namespace!.Contains(".Internal", StringComparison.Ordinal);

    private static IEnumerable<(string Type, string Member, string Parameter)> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(Declared).Where(method => !method.IsSpecialName).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        var parameters = methods.SelectMany(method => method.GetParameters().Where(IsWayIn).Select(parameter => (type.FullName!, method.Name, parameter.Name!)));
        var properties = type.GetProperties(Declared).Where(property => property.SetMethod is { IsPublic: true } && Speaks(property.Name)).Select(property => (type.FullName!, property.Name, ""));
        return parameters.Concat(properties).Where(member => !s_noWayIn.Contains($"{type.Name}.{member.Name}"));
    }

    private static bool IsWayIn(ParameterInfo parameter) => Speaks(parameter.Name!)
        && (parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(Npgsql.SslMode) || parameter.ParameterType.IsAssignableTo(typeof(Delegate)))
        && parameter.Member.DeclaringType is { } type && !type.IsAssignableTo(typeof(Delegate)) && !type.IsAssignableTo(typeof(Exception));

    private static bool Speaks(string name) =>
        name.Contains("connectionString", StringComparison.OrdinalIgnoreCase) || name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("sslMode", StringComparison.OrdinalIgnoreCase);
}
