package org.daywatch.platform.operations;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** How much room the files take that the bound organization sees (photos, plans, papers), and how much it has. */
@Component
@Transactional(readOnly = true)
public class FilesKept implements Sign.Source {

    /** Columns that hold what somebody sent; a test of the house looks at every other one that holds bytes. */
    public static final Set<String> COLUMNS = Set.of("picture", "image", "body", "paper", "logo", "message");

    private static final long GIGABYTE = 1L << 30;
    private static final int NEARLY = 80;
    private static final int ALL = 100;

    private final DSLContext db;
    private final DataSize most;

    FilesKept(DSLContext db, @Value("${daywatch.uploads.most}") DataSize most) {
        this.db = db;
        this.most = most;
    }

    /** @param most how many may be kept */
    public record Room(long bytes, long most) {

        public boolean has(long more) {
            return bytes + more <= most;
        }
    }

    public Room room() {
        String each = columns().stream().map(column -> "select sum(octet_length(" + column)
                .collect(Collectors.joining(" union all "));
        var sum = each.isEmpty()
                ? null
                : db.fetchSingle("select sum(s.sum)::bigint from (" + each + ") s").get(0, Long.class);
        return new Room(sum == null ? 0 : sum, most.toBytes());
    }

    private static String figure(Room room) {
        return room.most() < GIGABYTE
                ? (room.bytes() >> 20) + " / " + (room.most() >> 20) + " MB"
                : String.format(Locale.ROOT, "%.1f / %d GB", room.bytes() / (double) GIGABYTE, room.most() / GIGABYTE);
    }

    /** Only tables that know whose a row is: row security then counts those of the organization. */
    private List<String> columns() {
        return db.fetch("""
                select quote_ident(c.column_name) || ')) as sum from ' || quote_ident(c.table_schema) || '.' || quote_ident(c.table_name)
                from information_schema.columns c
                where c.data_type = 'bytea' and c.column_name = any(?)
                  and obj_description((quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass) ~ '^kind='
                order by 1""", (Object) COLUMNS.toArray(String[]::new)).getValues(0, String.class);
    }

    @Override
    public List<Sign> signs() {
        var room = room();
        boolean nearly = room.bytes() * ALL >= room.most() * NEARLY;
        return List.of(new Sign(nearly ? "operations.files.nearly" : "operations.files",
                figure(room), "/operations",
                nearly ? Tone.WARN : Tone.GOOD));
    }
}
