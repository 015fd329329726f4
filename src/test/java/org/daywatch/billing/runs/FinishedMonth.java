package org.daywatch.billing.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.Story;
import org.daywatch.billing.runs.InvoiceOracle.Head;
import org.daywatch.billing.runs.InvoiceOracle.Line;
import org.daywatch.billing.runs.InvoiceOracle.Part;
import org.daywatch.billing.runs.InvoiceOracle.Result;
import org.daywatch.billing.runs.InvoiceOracle.Standing;
import org.daywatch.billing.runs.InvoiceOracle.Told;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A finished month as it lies in the tables, read with plain SQL. */
final class FinishedMonth {

    private FinishedMonth() {}

    static Result read(ApplicationContext app, UUID agency, int districts) {
        var jdbc = app.getBean(JdbcClient.class);
        return app.getBean(Story.class).as(agency, () -> {
            Map<String, UUID> named = jdbc
                    .sql("select name, id from platform.organization where kind = 'DISTRICT' and parent_id = ?")
                    .param(agency)
                    .query((r, n) -> Map.entry(r.getString(1), r.getObject(2, UUID.class))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var byNumber = IntStream.range(0, districts).boxed()
                    .collect(Collectors.toMap(d -> d, d -> named.get(BilledMonth.districtName(d))));
            var heads = jdbc.sql(
                    "select id, district_id, number, kind, run_id, credits, shifts, minutes, cents from billing.invoice order by number")
                    .query((r, n) -> new Head(r.getObject(1, UUID.class),
                            r.getObject(2, UUID.class), r.getInt(3), r.getString(4), r.getObject(5, UUID.class),
                            r.getObject(6, UUID.class), r.getInt(7), r.getLong(8), r.getLong(9)))
                    .list();
            var lines = jdbc.sql(
                    "select invoice_id, line, district_id, shift_id, school_name, officer_name, day, payable_minutes, billed_minutes, cents_per_hour, cents from billing.invoice_line order by 1, 2")
                    .query((r, n) -> new Line(r.getObject(1, UUID.class), r.getInt(2), r.getObject(3, UUID.class),
                            r.getObject(4, UUID.class), r.getString(5), r.getString(6), r.getObject(7, LocalDate.class),
                            r.getInt(8), r.getInt(9), r.getInt(10), r.getLong(11)))
                    .list();
            var standing = jdbc.sql("select shift_id, invoice_id from billing.billed_shift")
                    .query((r, n) -> new Standing(r.getObject(1, UUID.class), r.getObject(2, UUID.class))).list();
            List<Told> told = jdbc.sql(
                    "select action, detail::jsonb ->> 'id', (detail::jsonb ->> 'number')::int, (detail::jsonb ->> 'cents')::bigint from platform.audit_line where action in ('InvoiceIssued', 'InvoiceCredited')")
                    .query((r, n) -> new Told(r.getString(1), UUID.fromString(r.getString(2)), r.getInt(3),
                            r.getLong(4)))
                    .list();
            var parts = jdbc.sql("select run_id, district_id, state, invoice_id from billing.run_part")
                    .query((r, n) -> new Part(r.getObject(1, UUID.class), r.getObject(2, UUID.class), r.getString(3),
                            r.getObject(4, UUID.class)))
                    .list();
            int last = jdbc.sql("select last_number from billing.invoice_series").query(Integer.class).single();
            int unfinished = jdbc.sql("select count(*) from billing.invoice_run where finished_at is null")
                    .query(Integer.class).single();
            return new Result(byNumber, heads, lines, standing, told, parts, last, unfinished);
        });
    }
}
