using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Medera.Lab.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Laboratory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.EnsureSchema(
                name: "lab");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "batch",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    donor = table.Column<Guid>(type: "uuid", nullable: false),
                    patient = table.Column<Guid>(type: "uuid", nullable: true),
                    coi = table.Column<string>(type: "text", nullable: true),
                    protocol = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    volume_ul = table.Column<long>(type: "bigint", nullable: false),
                    cells = table.Column<long>(type: "bigint", nullable: true),
                    viability = table.Column<decimal>(type: "numeric", nullable: true),
                    seeded_cells = table.Column<long>(type: "bigint", nullable: true),
                    passage = table.Column<int>(type: "integer", nullable: false),
                    doublings = table.Column<decimal>(type: "numeric", nullable: false),
                    vessels = table.Column<int>(type: "integer", nullable: false),
                    products = table.Column<int>(type: "integer", nullable: false),
                    living = table.Column<int>(type: "integer", nullable: false),
                    expiry = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    makers = table.Column<string>(type: "jsonb", nullable: false),
                    testers = table.Column<string>(type: "jsonb", nullable: false),
                    unreviewed = table.Column<int>(type: "integer", nullable: false),
                    first_signature = table.Column<string>(type: "jsonb", nullable: true),
                    labels = table.Column<string>(type: "jsonb", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "box",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    tank = table.Column<string>(type: "text", nullable: false),
                    rack = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    columns = table.Column<int>(type: "integer", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_box", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "container",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_by = table.Column<Guid>(type: "uuid", nullable: false),
                    volume_ul = table.Column<long>(type: "bigint", nullable: false),
                    cells = table.Column<long>(type: "bigint", nullable: true),
                    parents = table.Column<string>(type: "jsonb", nullable: false),
                    held_by = table.Column<string>(type: "text", nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<Guid>(type: "uuid", nullable: true),
                    reserved = table.Column<string>(type: "jsonb", nullable: true),
                    thawed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    usable_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_check = table.Column<string>(type: "jsonb", nullable: true),
                    second_check = table.Column<string>(type: "jsonb", nullable: true),
                    given_ul = table.Column<long>(type: "bigint", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_container", x => x.id);
                    table.CheckConstraint("ck_container_nothing_negative", "volume_ul >= 0 AND given_ul >= 0 AND (cells IS NULL OR cells >= 0)");
                    table.CheckConstraint("ck_container_one_custodian", "(held_by IS NULL) = (holder IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "deviation",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    container = table.Column<Guid>(type: "uuid", nullable: true),
                    rule = table.Column<string>(type: "text", nullable: false),
                    critical = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deviation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "draft",
                schema: "lab",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft", x => new { x.person, x.step, x.about });
                });

            migrationBuilder.CreateTable(
                name: "equipment",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: true),
                    room = table.Column<string>(type: "text", nullable: false),
                    calibration_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleaning_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_by = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                schema: "lab",
                columns: table => new
                {
                    stream_no = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    recorded = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    station = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact", x => new { x.stream_no, x.version });
                });

            migrationBuilder.CreateTable(
                name: "fact_about",
                schema: "lab",
                columns: table => new
                {
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stream_no = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_about", x => new { x.about, x.recorded, x.stream_no, x.version });
                });

            migrationBuilder.CreateTable(
                name: "head",
                schema: "lab",
                columns: table => new
                {
                    stream_no = table.Column<long>(type: "bigint", nullable: false),
                    natural_key = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    leaf = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_head", x => x.stream_no);
                });

            migrationBuilder.CreateTable(
                name: "former_code",
                schema: "lab",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    container = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_code", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "label",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: true),
                    container = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    printed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "jsonb", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_label", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "label_template",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    drafters = table.Column<string>(type: "jsonb", nullable: false),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_label_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "material",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    article = table.Column<string>(type: "text", nullable: false),
                    supplier = table.Column<string>(type: "text", nullable: false),
                    lot = table.Column<string>(type: "text", nullable: false),
                    gtin = table.Column<string>(type: "text", nullable: true),
                    expiry = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received = table.Column<decimal>(type: "numeric", nullable: false),
                    remaining = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    certificate = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_by = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material", x => x.id);
                    table.CheckConstraint("ck_material_nothing_negative", "remaining >= 0 AND received > 0");
                });

            migrationBuilder.CreateTable(
                name: "material_use",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    material = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric", nullable: true),
                    tray = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    badge = table.Column<string>(type: "text", nullable: true),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    patient = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    sessions = table.Column<string>(type: "jsonb", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "position",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    box = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<int>(type: "integer", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_position", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protocol",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "refusal_tally",
                schema: "lab",
                columns: table => new
                {
                    station = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    minute_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    unlogged = table.Column<int>(type: "integer", nullable: false),
                    last_key = table.Column<string>(type: "text", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_event = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refusal_tally", x => new { x.station, x.person });
                });

            migrationBuilder.CreateTable(
                name: "result",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    test = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verified_by = table.Column<Guid>(type: "uuid", nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    current = table.Column<bool>(type: "boolean", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "selection",
                schema: "lab",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    station = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    typed = table.Column<string>(type: "text", nullable: true),
                    awaiting = table.Column<string>(type: "text", nullable: true),
                    recent = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection", x => new { x.person, x.station });
                });

            migrationBuilder.CreateTable(
                name: "station",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    room = table.Column<string>(type: "text", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_station", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subject",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    donor = table.Column<bool>(type: "boolean", nullable: false),
                    patient = table.Column<bool>(type: "boolean", nullable: false),
                    minor = table.Column<bool>(type: "boolean", nullable: false),
                    coi = table.Column<string>(type: "text", nullable: true),
                    wristband = table.Column<string>(type: "text", nullable: true),
                    consents = table.Column<string>(type: "jsonb", nullable: false),
                    suitability = table.Column<string>(type: "text", nullable: true),
                    dissented_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    eligibility = table.Column<string>(type: "jsonb", nullable: true),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tray",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    lots = table.Column<string>(type: "jsonb", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_by = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tray", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                schema: "access",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                schema: "access",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "email_index",
                schema: "access",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                schema: "access",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                schema: "access",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                schema: "access",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_batch_donor",
                schema: "lab",
                table: "batch",
                column: "donor");

            migrationBuilder.CreateIndex(
                name: "ix_batch_open",
                schema: "lab",
                table: "batch",
                column: "state_since",
                filter: "state NOT IN ('Closed', 'Cancelled', 'Depleted', 'Terminated', 'Rejected')");

            migrationBuilder.CreateIndex(
                name: "ix_batch_site_id_number",
                schema: "lab",
                table: "batch",
                columns: new[] { "site_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_box_site_id_code",
                schema: "lab",
                table: "box",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_box_site_id_tank_rack_name",
                schema: "lab",
                table: "box",
                columns: new[] { "site_id", "tank", "rack", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_container_batch",
                schema: "lab",
                table: "container",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_container_one_occupant",
                schema: "lab",
                table: "container",
                column: "position",
                unique: true,
                filter: "position IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_container_site_id_code",
                schema: "lab",
                table: "container",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deviation_batch",
                schema: "lab",
                table: "deviation",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_equipment_site_id_code",
                schema: "lab",
                table: "equipment",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_equipment_site_id_name",
                schema: "lab",
                table: "equipment",
                columns: new[] { "site_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fact_recorded",
                schema: "lab",
                table: "fact",
                column: "recorded")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_head_natural_key",
                schema: "lab",
                table: "head",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_code_container",
                schema: "lab",
                table: "former_code",
                column: "container");

            migrationBuilder.CreateIndex(
                name: "ix_label_batch",
                schema: "lab",
                table: "label",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_label_code",
                schema: "lab",
                table: "label",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_label_one_live",
                schema: "lab",
                table: "label",
                column: "container",
                unique: true,
                filter: "state IN ('Printed', 'Applied') AND container IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_label_replaces",
                schema: "lab",
                table: "label",
                column: "replaces",
                filter: "replaces IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_label_template_one_in_force",
                schema: "lab",
                table: "label_template",
                columns: new[] { "site_id", "name" },
                unique: true,
                filter: "state = 'Approved'");

            migrationBuilder.CreateIndex(
                name: "ix_label_template_site_id_name_edition",
                schema: "lab",
                table: "label_template",
                columns: new[] { "site_id", "name", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_material_gtin",
                schema: "lab",
                table: "material",
                column: "gtin",
                filter: "gtin IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_material_site_id_code",
                schema: "lab",
                table: "material",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_material_use_batch_id",
                schema: "lab",
                table: "material_use",
                columns: new[] { "batch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_material_use_material_id",
                schema: "lab",
                table: "material_use",
                columns: new[] { "material", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_site_id_badge",
                schema: "lab",
                table: "person",
                columns: new[] { "site_id", "badge" },
                unique: true,
                filter: "badge IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_person_site_id_user_name",
                schema: "lab",
                table: "person",
                columns: new[] { "site_id", "user_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_patient",
                schema: "lab",
                table: "plan",
                column: "patient");

            migrationBuilder.CreateIndex(
                name: "ix_position_box",
                schema: "lab",
                table: "position",
                column: "box");

            migrationBuilder.CreateIndex(
                name: "ix_position_site_id_code",
                schema: "lab",
                table: "position",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protocol_site_id_code_edition",
                schema: "lab",
                table: "protocol",
                columns: new[] { "site_id", "code", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_one_current",
                schema: "lab",
                table: "result",
                columns: new[] { "batch", "test" },
                unique: true,
                filter: "current");

            migrationBuilder.CreateIndex(
                name: "ix_station_site_id_code",
                schema: "lab",
                table: "station",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_station_site_id_name",
                schema: "lab",
                table: "station",
                columns: new[] { "site_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subject_site_id_code",
                schema: "lab",
                table: "subject",
                columns: new[] { "site_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subject_site_id_coi",
                schema: "lab",
                table: "subject",
                columns: new[] { "site_id", "coi" },
                unique: true,
                filter: "coi IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_subject_site_id_wristband",
                schema: "lab",
                table: "subject",
                columns: new[] { "site_id", "wristband" },
                unique: true,
                filter: "wristband IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tray_site_id_code",
                schema: "lab",
                table: "tray",
                columns: new[] { "site_id", "code" },
                unique: true);

            foreach (var file in Medera.Lab.Web.Data.Sql.FrozenSql.In("lab"))
                migrationBuilder.Sql(file.Text);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim",
                schema: "access");

            migrationBuilder.DropTable(
                name: "account_login",
                schema: "access");

            migrationBuilder.DropTable(
                name: "account_token",
                schema: "access");

            migrationBuilder.DropTable(
                name: "batch",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "box",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "container",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "deviation",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "draft",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "equipment",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "fact",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "fact_about",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "head",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "former_code",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "label",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "label_template",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "material",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "material_use",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "person",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "plan",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "position",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "protocol",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "refusal_tally",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "result",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "selection",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "station",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "subject",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "tray",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "account",
                schema: "access");
        }
    }
}
