package org.daywatch.platform.web.lists;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Column;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a plain list shows.
 *
 * @param add the way to the form; null for whoever may not add
 * @param csv whether the reader may take the file away
 */
public record ListView(String lead, PlainList.Back back, @Nullable String add, String addLabel, boolean csv,
        Paging paging, List<Column> columns, List<Field> filters, List<Row> rows,
        String none, String noneText) {

    private static final int WIDE = 7;

    public record Row(String name, List<Value> values) {}

    /** @param note beneath it; @param href a way on from there, which is called {@code way} */
    public record Value(String label, String text, boolean number, @Nullable Chip chip, @Nullable String note,
            @Nullable String href, String way, String of) {}

    /** Many columns are written smaller, so that a desk shows them all. */
    public boolean wide() {
        return columns.size() >= WIDE;
    }

    static <T> ListView of(PlainList<T> list, Page page, Paging paging, List<T> rows) {
        boolean edit = list.changes() != null && may(page, list.changes());
        String none = list.key(edit || !page.has(list.key("none.who")) ? "none.text" : "none.who");
        return new ListView(page.t(list.key("lead")),
                new PlainList.Back(list.back().href(), page.t(list.back().label())),
                edit ? list.address() + "/new" : null, edit ? page.t(list.key("new")) : "",
                list.exports() == null || may(page, list.exports()), paging, list.columns(page),
                list.filters(page, paging), rows.stream().map(row -> row(list, page, edit, row)).toList(),
                page.t(list.key("none")), page.t(none));
    }

    private static <T> Row row(PlainList<T> list, Page page, boolean edit, T row) {
        var values = new ArrayList<Value>();
        for (var cell : list.shown()) values.add(value(list, cell, page, edit, row));
        return new Row(values.getFirst().text(), List.copyOf(values.subList(1, values.size())));
    }

    private static <T> Value value(PlainList<T> list, ListColumn<T> cell, Page page, boolean edit, T row) {
        String text = cell.said().apply(page, row);
        var withdrawal = cell.tone() == null ? null : list.withdrawal();
        var chip = cell.tone() == null ? null : Chip.of(cell.tone().apply(row), text);
        String note = withdrawal == null ? null : withdrawal.entry().apply(row).withdrawnReason();
        boolean ends = edit && withdrawal != null && withdrawal.may(row);
        return new Value(page.t(cell.label()), text, cell.number(), chip, note,
                ends ? list.address() + "/" + withdrawal.entry().apply(row).id() + "/withdrawal" : null,
                ends ? page.t(list.key("withdraw")) : "", ends ? list.called().apply(page, row) : "");
    }

    private static boolean may(Page page, Permission permission) {
        return page.actor() != null && page.actor().may(permission);
    }
}
