using System.Globalization;

namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>A way that C# has to write a text and to hand it on.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Write">The members of a class that give the pieces to the place that the function makes a statement for.</param>
internal sealed record TextForm(string Name, Func<IReadOnlyList<Piece>, Func<string, string>, string> Write)
{
    /// <summary>The text is written in one literal, and so also found by its own words.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>Some of the pieces may come from configuration.</summary>
    public bool TakesUnknown { get; init; }

    public static IReadOnlyList<TextForm> All { get; } =
    [
        Literal("a literal", text => "$", Quote),
        Literal("a verbatim literal", text => "$", text => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""),
        Literal("a raw literal", text => "$", text => $"\"\"\"\"\n    {text}\n    \"\"\"\""),
        Literal("UTF-16 escapes", text => "$", text => '"' + string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"))) + '"'),
        Composed("interpolation", pieces => $"$\"{string.Concat(pieces.Select(piece => piece.Interpolated))}\""),
        Composed("interpolation of parts", pieces => $"$\"{string.Concat(pieces.Select(piece => $"{{{piece.Source}}}"))}\""),
        Composed("+", pieces => string.Join(" + ", pieces.Select(piece => piece.Source))),
        Composed("string.Format", pieces => $"string.Format({Quote(string.Concat(pieces.Select((_, index) => $"{{{index}}}")))}, {Sources(pieces)})"),
        Composed("string.Concat", pieces => $"string.Concat({Sources(pieces)})"),
        Composed("string.Concat of an array", pieces => $"string.Concat(new[] {{ {Sources(pieces)} }})"),
        Composed("string.Join", pieces => $"string.Join(\"\", {Sources(pieces)})"),
        Composed("string.Join of a list", pieces => $"string.Join(\"\", new System.Collections.Generic.List<string> {{ {Sources(pieces)} }})"),
        Composed("Replace", pieces => pieces.Select((piece, index) => (piece, index)).Aggregate(Quote(string.Concat(pieces.Select((_, index) => $"<{index}>"))), (made, next) => $"{made}.Replace(\"<{next.index}>\", {next.piece.Source})")),
        Composed("StringBuilder", pieces => $"new System.Text.StringBuilder(){string.Concat(pieces.Select(piece => $".Append({piece.Source})"))}.ToString()"),
        new("StringBuilder over statements", (pieces, use) => Method($"var parts = new System.Text.StringBuilder(); {string.Concat(pieces.Select(piece => $"parts.Append({piece.Source}); "))} {use("parts.ToString()")}")) { TakesUnknown = true },
        new("+=", (pieces, use) => Method($"var built = {pieces[0].Source}; {string.Concat(pieces.Skip(1).Select(piece => $"built += {piece.Source}; "))} {use("built")}")) { TakesUnknown = true },
        Member("a const", literal => $"const string Given = {literal};"),
        Member("a static readonly field", literal => $"static readonly string Given = {literal};"),
        Member("a field", literal => $"string Given = {literal};"),
        Member("a field that the constructor sets", literal => $"readonly string Given; public C() => Given = {literal};"),
        Member("a property's initializer", literal => $"string Given {{ get; set; }} = {literal};"),
        Member("a property's expression", literal => $"string Given => {literal};"),
        Member("a property's getter", literal => $"string Given {{ get {{ return {literal}; }} }}"),
        Member("a lazy field", literal => $"static string s_given; static string Given => s_given ??= {literal};"),
        Member("a const of another type", literal => "", literal => $"static class Settings {{ public const string Given = {literal}; }}", "Settings.Given"),
        Member("a setting of a record", literal => "", literal => $"sealed record Settings {{ public string Given {{ get; init; }} = {literal}; }}", "new Settings().Given"),
        Local("a variable", literal => $"var given = {literal};"),
        Local("a constant variable", literal => $"const string given = {literal};"),
        Local("a variable that is set later", literal => $"string given; if (number > 1) given = text; else given = {literal};"),
        Local("a tuple", literal => $"var (given, _) = ({literal}, 1);"),
        Local("a named element of a tuple", literal => $"var pair = (Given: {literal}, Other: 1); var given = pair.Given;"),
        Local("a copy", literal => $"var first = {literal}; var second = first; var given = second.Trim();"),
        Literal("a ternary", text => "(number > 1 ? text : $)", Quote),
        Literal("a switch", text => "number switch { 1 => $, 2 => text, _ => throw new Exception() }", Quote),
        Literal("?? after the environment", text => "(Environment.GetEnvironmentVariable(\"DB\") ?? $)", Quote),
        Literal("?? after configuration", text => "(configuration[\"Db\"] ?? $)", Quote),
        Member("a method", literal => $"static string Get(bool b) {{ if (b) return null; return {literal}; }}", expression: "Get(false)"),
        Member("a method that returns its argument", literal => $"static string Same(string value) => value; static string Get() => Same({literal});", expression: "Get()"),
        new("a method's default", (pieces, use) => Method(use("given"), $", string given = {Quote(Whole(pieces))}")) { IsLiteral = true },
        new("a primary constructor's default", (pieces, use) => $"class D(string given = {Quote(Whole(pieces))}) {{ {Method(use("given"))} }}") { IsLiteral = true },
        new("a constructor's argument", (pieces, use) => $"class D {{ readonly string _password; public D(string password) => _password = password; {Method(use("_password"))} }} object Make() => new D({Quote(Whole(pieces))});") { IsLiteral = true },
        new("a method's argument", (pieces, use) => $"static {Method(use("password"), ", string password = null", "Open")} {Method($"Open(text, number, services, options, source, given0, configuration, {Quote(Whole(pieces))});")}") { IsLiteral = true },
        new("an attribute's argument", (pieces, use) => $"class GivenAttribute(string value) : Attribute {{ public string Value {{ get; }} = value; }} [Given({Quote(Whole(pieces))})] class Marked {{ }} {Method(use("attribute.Value"), ", GivenAttribute attribute = null")}") { IsLiteral = true },
        new("a lambda", (pieces, use) => Method($"var outer = {Quote(Whole(pieces))}; Action later = () => {{ {use("outer")} }}; later();")) { IsLiteral = true },
        new("a local function", (pieces, use) => Method($"static string Get() => {Quote(Whole(pieces))}; {use("Get()")}")) { IsLiteral = true },
    ];

    public override string ToString() => Name;

    private static TextForm Literal(string name, Func<string, string> expression, Func<string, string> quote) =>
        new(name, (pieces, use) => Method(use(expression(Whole(pieces)).Replace("$", quote(Whole(pieces)), StringComparison.Ordinal)))) { IsLiteral = true };

    private static TextForm Composed(string name, Func<IReadOnlyList<Piece>, string> expression) => new(name, (pieces, use) => Method(use(expression(pieces)))) { TakesUnknown = true };

    private static TextForm Member(string name, Func<string, string> member, Func<string, string>? type = null, string expression = "Given") =>
        new(name, (pieces, use) => $"{type?.Invoke(Quote(Whole(pieces)))} {member(Quote(Whole(pieces)))} {Method(use(expression))}") { IsLiteral = true };

    private static TextForm Local(string name, Func<string, string> statement) => new(name, (pieces, use) => Method($"{statement(Quote(Whole(pieces)))} {use("given")}")) { IsLiteral = true };

    private static string Whole(IReadOnlyList<Piece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private static string Sources(IReadOnlyList<Piece> pieces) => string.Join(", ", pieces.Select(piece => piece.Source));

    private static string Quote(string text) => Piece.Quote(text);

    private static string Method(string statements, string parameter = "", string name = "M") =>
        $"void {name}(string text, int number, IServiceCollection services, DbContextOptionsBuilder options, NpgsqlDataSource source, NpgsqlConnectionStringBuilder given0, IConfiguration configuration{parameter}) {{ {statements} }}";
}
