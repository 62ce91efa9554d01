namespace AadPg.Analyzers.Tests.ConfigFiles;

public class YamlFileTests
{
    [Fact]
    public void Compose_HoldsTheContainersOwnPasswordAndStrings() => Assert.Equal(
        ["AADPG0003 \"C4nary\"", "AADPG0003 C4nary", "AADPG0003 Password=C4nary", "AADPG0001 Password=C4nary", "AADPG0002 Host=shop.postgres.database.azure.com;Username=api;Password=C4nary"],
        FileFindings.In("docker-compose.yml", """
            # POSTGRES_PASSWORD: C4nary
            services:
              db:
                image: postgres:18
                environment:
                  POSTGRES_USER: api
                  POSTGRES_PASSWORD: "C4nary"   # for developers
              other:
                environment:
                - POSTGRES_PASSWORD=C4nary
                - POSTGRES_DB=shop
              api:
                environment:
                  - ConnectionStrings__Shop=Host=db;Database=shop;Username=api;Password=C4nary
                  - ConnectionStrings__Reports=Host=shop.postgres.database.azure.com;Username=api;Password=C4nary
            """));

    [Fact]
    public void Kubernetes_HoldsNameAndValueOnTwoLines() => Assert.Equal(
        ["AADPG0003 C4nary", "AADPG0001 'C4nary'", "AADPG0003 C4nary"],
        FileFindings.In("deployment.yaml", """
            apiVersion: apps/v1
            spec:
              containers:
                - name: db
                  env:
                    - name: POSTGRES_PASSWORD
                      value: C4nary
                    - name: POSTGRES_USER
                      valueFrom:
                        secretKeyRef: { name: db, key: user }
                - name: job
                  env:
                    - value: 'C4nary'
                      name: PGPASSWORD
                    - name: PGHOST
                      value: shop.postgres.database.azure.com
            ---
            kind: Secret
            stringData:
              POSTGRES_PASSWORD: C4nary
            """));

    [Theory]
    [InlineData("a: >-\n  Host=localhost;Search Path=a;\n  Password=C4nary\nb: c")]
    [InlineData("a: |\n  Host=localhost;Search Path=a;\n\n  Password=C4nary\n")]
    [InlineData("a: Host=localhost;Search Path=a;\n  Password=C4nary # here\nb: c")]
    [InlineData("a: \"Host=localhost;Search Path=a;\\\n   Password=C4nary\"\nb: c")]
    [InlineData("a: \"Host=localhost;Search Path=a;\r\n   Password=C4nary\"\r\nb: c")]
    [InlineData("- a: 'Host=localhost;Search Path=a;\n   Password=C4nary'\n- b: c")]
    [InlineData("a: &anchor !!str Host=localhost;Search Path=a;Password=C4nary")]
    [InlineData("\"a\": Host=localhost;Search Path=a;Password=C4nary")]
    [InlineData("- - Host=localhost;Search Path=a;Password=C4nary")]
    public void ScalarOfAnyStyle_IsUnderlinedAtTheEntry(string text) => Assert.Equal(["AADPG0003 Password=C4nary"], FileFindings.In("a.yml", text));

    [Fact]
    public void Escapes_AreReadAndUnderlinedAsTheyAreWritten() => Assert.Equal(
        [@"AADPG0003 Password='C4''n\x'", @"AADPG0003 Password=\""C4\u003bn\"""],
        FileFindings.In("a.yml", """
            postgres_a: "Host=localhost;Password='C4''n\x'"
            postgres_b: "Host=localhost;Password=\"C4\u003bn\""
            """));

    [Theory]
    [InlineData("POSTGRES_PASSWORD: ${DB_PASSWORD}")]
    [InlineData("POSTGRES_PASSWORD: ${DB_PASSWORD:-postgres}")]
    [InlineData("POSTGRES_PASSWORD: $DB_PASSWORD")]
    [InlineData("POSTGRES_PASSWORD: ${{ secrets.DB }}")]
    [InlineData("POSTGRES_PASSWORD: {{ .Values.password }}")]
    [InlineData("POSTGRES_PASSWORD: \"{{ .Values.password }}\"")]
    [InlineData("POSTGRES_PASSWORD:")]
    [InlineData("POSTGRES_PASSWORD: ''")]
    [InlineData("POSTGRES_PASSWORD_FILE: /run/secrets/db")]
    [InlineData("- POSTGRES_PASSWORD")]
    [InlineData("- POSTGRES_PASSWORD=")]
    [InlineData("- POSTGRES_PASSWORD=${DB_PASSWORD}")]
    [InlineData("- name: POSTGRES_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password")]
    [InlineData("REDIS_PASSWORD: C4nary")]
    [InlineData("SA_PASSWORD: C4nary")]
    [InlineData("MYSQL_ROOT_PASSWORD: C4nary")]
    [InlineData("postgres: Host=localhost;Password=${DB_PASSWORD}")]
    [InlineData("postgres: Host=${DB_HOST};${DB_REST}")]
    [InlineData("SqlServer__ConnectionString: Server=db;User Id=sa;Password=C4nary;Encrypt=false")]
    [InlineData("run: |\n  export PGPASSWORD=$(az account get-access-token)\n  psql")]
    public void NoStaticPassword_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In("compose.yaml", text));

    [Theory]
    [InlineData("run: |\n  sudo apt-get install -y postgresql-client\n  PGPASSWORD=C4nary psql -h localhost -U postgres -c 'SELECT 1'\n", "AADPG0003 C4nary")]
    [InlineData("- cmd: SET PGPASSWORD=C4nary", "AADPG0003 C4nary")]
    [InlineData("- ps: $env:PGPASSWORD = \"C4nary\"", "AADPG0003 C4nary")]
    [InlineData("script:\n  - export PGPASSWORD='C4nary'; psql", "AADPG0003 C4nary")]
    [InlineData("bash: |\n  docker run -d \\\n    -e POSTGRES_PASSWORD=C4nary \\\n    -e POSTGRES_USER=shop \\\n    postgres:14\n", "AADPG0003 C4nary")]
    [InlineData("command: docker run -e \"POSTGRES_PASSWORD=C4nary\" postgres", "AADPG0003 C4nary")]
    [InlineData("command: [\"sh\", \"-c\", \"until PGPASSWORD=C4nary psql; do sleep 1; done\"]", "AADPG0003 C4nary")]
    [InlineData("FROM postgres\nENV POSTGRES_PASSWORD=C4nary\n", "AADPG0003 C4nary")]
    [InlineData("run: psql \"postgres://app:C4nary@db.example.com/shop?sslmode=require\" -c 'SELECT 1'", "AADPG0001 C4nary")]
    [InlineData("run: psql postgres://app:C4nary@localhost/shop -f a.sql", "AADPG0003 C4nary")]
    [InlineData("run: psql postgres://app@db.example.com/shop -f a.sql", "AADPG0002 postgres://app@db.example.com/shop")]
    [InlineData("run: dotnet ef database update --connection \"Host=localhost;Username=postgres;Password=C4nary\"", "AADPG0003 Password=C4nary")]
    [InlineData("arguments: '\"Host=localhost;Username=postgres;Password=C4nary\"'", "AADPG0003 Password=C4nary")]
    [InlineData("stringData:\n  appsettings.json: |\n    { \"ConnectionStrings\": { \"Shop\": \"Host=localhost;Username=postgres;Password=C4nary\" } }\n", "AADPG0003 Password=C4nary")]
    public void CommandInText_HoldsWhatItIsGiven(string text, string finding) => Assert.Equal([finding], FileFindings.In("ci.yml", text + "\n"));

    [Theory]
    [InlineData("Host=localhost;Database=\"db=;x\";Username=app;Password=C4nary", "AADPG0003 Password=C4nary")]
    [InlineData("Host=localhost;Username=app;Password='db=;C4nary'", "AADPG0003 Password='db=;C4nary'")]
    public void QuotesWithinConnectionString_BeginNoOther(string value, string finding) => Assert.Equal([finding], FileFindings.In("ci.yml", $"Postgres: {value}\n"));

    [Theory]
    [InlineData("run: |\n  # export PGPASSWORD=C4nary\n  psql\n")]
    [InlineData("run: |\n  PGPASSWORD=$POSTGRES_PASSWORD psql\n")]
    [InlineData("run: |\n  PGPASSWORD=\"${{ secrets.DB }}\" psql\n")]
    [InlineData("- cmd: SET PGPASSWORD=%DB_PASSWORD% && psql")]
    [InlineData("- cmd: echo %PGPASSWORD%=x")]
    [InlineData("run: test \"$PGPASSWORD\" = \"C4nary\"")]
    [InlineData("run: docker run -e POSTGRES_PASSWORD -e MY_POSTGRES_PASSWORD=C4nary -e POSTGRES_PASSWORD_FILE=/x postgres")]
    [InlineData("run: mysql --password=C4nary -e 'SELECT 1'")]
    [InlineData("run: psql postgres://app@db.example.com/shop?sslmode=require")]
    [InlineData("run: sqlcmd -S db -Q \"Server=db;Database=a;User Id=sa;Password=C4nary;Encrypt=False\"")]
    [InlineData("run: export PGPASSWORD= && psql")]
    [InlineData("run: |\n  echo \"PGPASSWORD=<password>\"\n")]
    public void CommandWithoutPassword_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In("ci.yml", text + "\n"));

    [Fact]
    public void QuoteThatIsNotClosed_LosesItsOwnLineAlone() => Assert.Equal(
        ["AADPG0003 C4nary"],
        FileFindings.In("compose.yaml", "a: \"Host=\n  POSTGRES_PASSWORD: C4nary\nb: c"));

    [Fact]
    public void NameOfAVariable_CanHaveDashes() => Assert.Equal(
        ["AADPG0001 Password=C4nary"],
        FileFindings.In("compose.yaml", "environment:\n  - ConnectionStrings__main-read-write=Host=db.example.com;Database=d;Username=postgres;Password=C4nary;SSL Mode=VerifyFull;\n"));

    /// <summary>Compose leaves <c>$POSTGRES_PASSWORD</c> of it, which the container's shell fills in.</summary>
    [Theory]
    [InlineData("test: psql \"postgres://$$POSTGRES_USER:$$POSTGRES_PASSWORD@localhost/shop\" -c 'SELECT 1'")]
    [InlineData("command: sh -c 'PGPASSWORD=$$POSTGRES_PASSWORD psql'")]
    public void VariableOfTheContainersShell_IsNotKnown(string line) => Assert.Empty(FileFindings.In("compose.yaml", line));

    [Fact]
    public void DollarSignThatIsDoubled_IsOneOfThePassword() => Assert.Equal(
        ["AADPG0003 Password=C4$$nary"],
        FileFindings.In("compose.yaml", "postgres: Host=localhost;Password=C4$$nary"));

    [Theory]
    [InlineData("environment: { POSTGRES_USER: api, POSTGRES_PASSWORD: C4nary }", "AADPG0003 C4nary")]
    [InlineData("environment: { \"POSTGRES_PASSWORD\": \"C4nary\" }", "AADPG0003 \"C4nary\"")]
    [InlineData("environment: [ POSTGRES_USER=api, POSTGRES_PASSWORD=C4nary ]", "AADPG0003 C4nary")]
    [InlineData("environment: [ 'PGPASSWORD=C4''nary' ]", "AADPG0003 C4''nary")]
    [InlineData("env: [ { name: POSTGRES_PASSWORD, value: C4nary } ]", "AADPG0003 C4nary")]
    [InlineData("env:\n  - { value: C4nary, name: POSTGRES_PASSWORD }", "AADPG0003 C4nary")]
    [InlineData("environment: {\n    POSTGRES_PASSWORD:\n      C4nary,\n  }", "AADPG0003 C4nary")]
    [InlineData("postgres: { url: \"Host=localhost;Username=api;Password=C4nary\" }", "AADPG0003 Password=C4nary")]
    [InlineData("a: { b: [ c, { POSTGRES_PASSWORD: C4nary } ], d: e }\nf: g", "AADPG0003 C4nary")]
    public void FlowCollection_IsRead(string text, string finding) => Assert.Equal([finding], FileFindings.In("a.yml", text + "\n"));

    [Theory]
    [InlineData("environment: { POSTGRES_PASSWORD: ${PASSWORD} }")]
    [InlineData("secretKeyRef: { name: POSTGRES_PASSWORD, key: value }")]
    [InlineData("environment: { POSTGRES_PASSWORD: ")]
    [InlineData("environment: [ \"POSTGRES_PASSWORD")]
    [InlineData("environment: { POSTGRES_PASSWORD: \"\" }")]
    public void FlowCollectionWithoutPassword_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In("a.yml", text + "\n"));
}
