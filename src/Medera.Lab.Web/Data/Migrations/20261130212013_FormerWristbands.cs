using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medera.Lab.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class FormerWristbands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "former_wristband",
                schema: "lab",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    site_id = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_wristband", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_former_wristband_subject",
                schema: "lab",
                table: "former_wristband",
                column: "subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_wristband",
                schema: "lab");
        }
    }
}
