using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medera.Lab.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class WhatScreensAsk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_material_gtin",
                schema: "lab",
                table: "material");

            migrationBuilder.DropIndex(
                name: "ix_batch_donor",
                schema: "lab",
                table: "batch");

            migrationBuilder.DropIndex(
                name: "ix_batch_open",
                schema: "lab",
                table: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_result_of_batch",
                schema: "lab",
                table: "result",
                columns: new[] { "batch", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_protocol_in_force",
                schema: "lab",
                table: "protocol",
                columns: new[] { "code", "edition", "site_id" },
                filter: "state = 'Approved'");

            migrationBuilder.CreateIndex(
                name: "ix_plan_active",
                schema: "lab",
                table: "plan",
                columns: new[] { "patient", "site_id" },
                filter: "state = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_plan_in_state",
                schema: "lab",
                table: "plan",
                columns: new[] { "state", "id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_material_in_state",
                schema: "lab",
                table: "material",
                columns: new[] { "state", "id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_material_in_use",
                schema: "lab",
                table: "material",
                columns: new[] { "id", "expiry", "site_id" },
                filter: "state <> 'Consumed' AND state <> 'Recalled'");

            migrationBuilder.CreateIndex(
                name: "ix_material_of_article",
                schema: "lab",
                table: "material",
                columns: new[] { "gtin", "id", "site_id" },
                filter: "gtin IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_container_kept",
                schema: "lab",
                table: "container",
                columns: new[] { "since", "code", "site_id" },
                filter: "reserved IS NOT NULL AND state IN ('Stored', 'Out', 'Thawing', 'Ready', 'Matched', 'Administering')");

            migrationBuilder.CreateIndex(
                name: "ix_container_waiting",
                schema: "lab",
                table: "container",
                columns: new[] { "state", "since", "site_id" },
                filter: "kind = 'Product'");

            migrationBuilder.CreateIndex(
                name: "ix_batch_in_state",
                schema: "lab",
                table: "batch",
                columns: new[] { "state", "number", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_of_donor",
                schema: "lab",
                table: "batch",
                columns: new[] { "donor", "number", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_waiting",
                schema: "lab",
                table: "batch",
                columns: new[] { "state", "state_since", "site_id" });

            foreach (var file in Medera.Lab.Web.Data.Sql.FrozenSql.In("screens"))
                migrationBuilder.Sql(file.Text);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX lab.ix_material_begins_article, lab.ix_material_begins_lot, lab.ix_material_begins_code, lab.ix_equipment_spoken, lab.ix_station_spoken, lab.ix_container_reserved_patient");

            migrationBuilder.DropIndex(
                name: "ix_result_of_batch",
                schema: "lab",
                table: "result");

            migrationBuilder.DropIndex(
                name: "ix_protocol_in_force",
                schema: "lab",
                table: "protocol");

            migrationBuilder.DropIndex(
                name: "ix_plan_active",
                schema: "lab",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_in_state",
                schema: "lab",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_material_in_state",
                schema: "lab",
                table: "material");

            migrationBuilder.DropIndex(
                name: "ix_material_in_use",
                schema: "lab",
                table: "material");

            migrationBuilder.DropIndex(
                name: "ix_material_of_article",
                schema: "lab",
                table: "material");

            migrationBuilder.DropIndex(
                name: "ix_container_kept",
                schema: "lab",
                table: "container");

            migrationBuilder.DropIndex(
                name: "ix_container_waiting",
                schema: "lab",
                table: "container");

            migrationBuilder.DropIndex(
                name: "ix_batch_in_state",
                schema: "lab",
                table: "batch");

            migrationBuilder.DropIndex(
                name: "ix_batch_of_donor",
                schema: "lab",
                table: "batch");

            migrationBuilder.DropIndex(
                name: "ix_batch_waiting",
                schema: "lab",
                table: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_material_gtin",
                schema: "lab",
                table: "material",
                column: "gtin",
                filter: "gtin IS NOT NULL");

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
        }
    }
}
