package org.daywatch.platform.web.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.Dated;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Column;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A plain list, declared once in the pages of the feature: its address, its texts, its columns from left to right, and
 * what may be done with an entry. {@link #searched}, {@link #unsorted}, {@link #filtered} and {@link #named} speak of
 * the column before them.
 *
 * @param words its texts: {@code WORDS.title}, {@code .lead}, {@code .new}, {@code .none} and what {@link #texts} names
 * @param order as it starts: {@code from}, or {@code -from} from the last one on
 * @param back where the way back leads, and the key of what that is called
 * @param called an entry, as people call it
 * @param changes who may add and withdraw; null: nobody
 * @param exports who may take the file away; null: whoever reads the list
 * @param withdrawal null: what stands in the list stays
 * @param refusedAt the field of the form beside which a refusal is said
 */
public record PlainList<T>(String address, String words, String order, Back back, List<ListColumn<T>> cells,
        BiFunction<Page, T, String> called, @Nullable Permission changes,
        @Nullable Permission exports, @Nullable Withdrawal<T> withdrawal, String refusedAt) {

    public record Back(String href, String label) {}

    /** @param entry of a row; @param open whether one that was not withdrawn can be */
    record Withdrawal<T>(Function<T, ? extends Dated> entry, Predicate<T> open) {

        boolean may(T row) {
            return entry.apply(row).withdrawnAt() == null && open.test(row);
        }
    }

    public static <T> PlainList<T> at(String address, String words, String order, Back back) {
        return new PlainList<>(address, words, order, back, List.of(), (page, row) -> "", null, null, null, "");
    }

    public PlainList<T> text(String key, String label, Function<T, String> text) {
        return plus(new ListColumn<>(key, label, (page, row) -> text.apply(row), Comparator.comparing(text), false,
                false, Map.of(key, text), null, null));
    }

    public PlainList<T> number(String key, String label, ToIntFunction<T> number) {
        return plus(new ListColumn<>(key, label, (page, row) -> Integer.toString(number.applyAsInt(row)),
                Comparator.comparingInt(number), true, false, Map.of(key, number::applyAsInt), null, null));
    }

    /** Dollars, of cents. */
    public PlainList<T> dollars(String key, String label, ToIntFunction<T> cents) {
        return plus(new ListColumn<>(key, label, (page, row) -> Dollars.said(cents.applyAsInt(row)),
                Comparator.comparingInt(cents), true, false,
                Map.of(key, row -> Dollars.plain(cents.applyAsInt(row))), null, null));
    }

    /**
     * One of a few values, whose names stand under {@code words} with the value behind it; the file says the value
     * itself.
     */
    public <V extends Comparable<V>> PlainList<T> choice(String key, String label, String words, List<V> values,
            Function<T, V> value) {
        var choice = new ListColumn.Choice<>(words, values.stream().map(Object::toString).toList(), value, null);
        return plus(new ListColumn<>(key, label, (page, row) -> page.t(words + value.apply(row)),
                Comparator.comparing(value), false, false, Map.of(key, value), choice, null));
    }

    /** From which day to which it holds; put in order by the first. */
    public PlainList<T> days(String key, String label, Function<T, ? extends Dated> dated) {
        var file = new LinkedHashMap<String, Function<T, ?>>();
        file.put(key, row -> dated.apply(row).from());
        file.put("to", row -> dated.apply(row).to());
        return plus(new ListColumn<>(key, label, (page, row) -> days(page, dated.apply(row)),
                Comparator.comparing(row -> dated.apply(row).from()), false, false, file, null, null));
    }

    /** How an entry stands, as a chip; the way to withdraw it stands beneath, or why it was withdrawn. */
    public PlainList<T> state(String key, String label, String words, Function<T, Dated.State> state) {
        return choice(key, label, words, List.of(Dated.State.values()), state).last(c -> new ListColumn<>(key, label,
                c.said(), c.order(), false, false, c.file(), c.choice(), row -> tone(state.apply(row))));
    }

    /** What the file alone says. */
    public PlainList<T> inFile(String heading, Function<T, ?> value) {
        return plus(new ListColumn<>(heading, "", null, null, false, false, Map.of(heading, value), null, null));
    }

    public PlainList<T> searched() {
        return last(ListColumn::isSearched);
    }

    public PlainList<T> unsorted() {
        return last(ListColumn::unsorted);
    }

    /** @param any key of the word for all */
    public PlainList<T> filtered(String any) {
        return last(c -> c.filtered(any));
    }

    /** How the column, or each of its two, is headed in the file. */
    public PlainList<T> named(String... headings) {
        return last(c -> c.named(List.of(headings)));
    }

    public PlainList<T> called(BiFunction<Page, T, String> name) {
        return new PlainList<>(address, words, order, back, cells, name, changes, exports, withdrawal, refusedAt);
    }

    /** @param refusedAt the field of the form beside which a refusal is said */
    public PlainList<T> changedBy(Permission permission, String refusedAt) {
        return new PlainList<>(address, words, order, back, cells, called, permission, exports, withdrawal, refusedAt);
    }

    public PlainList<T> exportedBy(Permission permission) {
        return new PlainList<>(address, words, order, back, cells, called, changes, permission, withdrawal, refusedAt);
    }

    /** @param open whether an entry can be withdrawn, if it was not */
    public PlainList<T> withdrawn(Function<T, ? extends Dated> entry, Predicate<T> open) {
        return new PlainList<>(address, words, order, back, cells, called, changes, exports,
                new Withdrawal<>(entry, open), refusedAt);
    }

    /** The headings of its file. */
    public List<String> header() {
        return cells.stream().flatMap(c -> c.file().keySet().stream()).toList();
    }

    /** The keys it can be put in order by. */
    public List<String> orders() {
        return cells.stream().filter(c -> c.order() != null).map(ListColumn::key).toList();
    }

    /** The keys of the columns in which words are searched. */
    public List<String> searchedIn() {
        return cells.stream().filter(ListColumn::searched).map(ListColumn::key).toList();
    }

    /** The keys of the texts it asks for, but for what is said of a wrong field. */
    public List<String> texts() {
        var keys = new ArrayList<String>();
        Stream.of("title", "lead", "none", "none.text", "search").map(this::key).forEach(keys::add);
        if (changes != null) Stream.of("new", "submit", "said.set").map(this::key).forEach(keys::add);
        if (withdrawal != null)
            Stream.of("withdraw", "withdraw.title", "withdraw.then", "withdraw.past", "said.withdrawn").map(this::key)
                    .forEach(keys::add);
        keys.add(back.label());
        for (var cell : shown()) {
            keys.add(cell.label());
            if (cell.choice() == null) continue;
            cell.choice().values().forEach(value -> keys.add(cell.choice().words() + value));
            if (cell.isFiltered()) keys.add(cell.choice().any());
        }
        return keys;
    }

    Paging paging(Map<String, String> asked) {
        return Paging.read(address, asked, orders(), order);
    }

    /** The rows asked for, in their order; those that are level by the columns from the left. */
    List<T> found(Page page, Paging asked, List<T> rows) {
        var sorts = new LinkedHashMap<String, Comparator<T>>();
        cells.stream().filter(c -> c.order() != null).forEach(c -> sorts.put(c.key(), c.order()));
        var level = sorts.values().stream().reduce(Comparator::thenComparing).orElseThrow();
        return rows.stream()
                .filter(row -> asked.finds(cells.stream().filter(ListColumn::searched)
                        .map(c -> c.said().apply(page, row)).toArray(String[]::new)))
                .filter(row -> cells.stream().filter(ListColumn::isFiltered)
                        .allMatch(c -> c.leaves(asked.filter(c.key()), row)))
                .sorted(asked.order(sorts).thenComparing(level)).toList();
    }

    List<Object> line(T row) {
        return Arrays.asList(
                cells.stream().flatMap(c -> c.file().values().stream()).map(value -> value.apply(row)).toArray());
    }

    List<Column> columns(Page page) {
        return shown().stream().map(c -> new Column(c.order() == null ? null : c.key(), page.t(c.label()), c.number()))
                .toList();
    }

    List<Field> filters(Page page, Paging asked) {
        var search = Field.of(Field.Kind.SEARCH, "q", page.t(key("search"))).value(asked.filter("q"));
        return Stream.concat(Stream.of(search), cells.stream().filter(ListColumn::isFiltered).map(
                c -> Field.select(c.key(), page.t(c.label()), options(page, c.choice())).value(asked.filter(c.key()))))
                .toList();
    }

    List<ListColumn<T>> shown() {
        return cells.stream().filter(c -> c.said() != null).toList();
    }

    String key(String end) {
        return words + "." + end;
    }

    private static <T> List<Option> options(Page page, ListColumn.Choice<T> choice) {
        return Stream
                .concat(Stream.of(new Option("", page.t(choice.any()))),
                        choice.values().stream().map(value -> new Option(value, page.t(choice.words() + value))))
                .toList();
    }

    private static String days(Page page, Dated dated) {
        var from = page.when().date(dated.from());
        return dated.to() == null ? page.t("web.from", from) : from + " – " + page.when().date(dated.to());
    }

    private static Chip.Tone tone(Dated.State state) {
        return switch (state) {
            case HOLDS -> Chip.Tone.GOOD;
            case TO_COME -> Chip.Tone.INFO;
            case OVER, WITHDRAWN -> Chip.Tone.QUIET;
        };
    }

    private PlainList<T> plus(ListColumn<T> cell) {
        return with(Stream.concat(cells.stream(), Stream.of(cell)).toList());
    }

    private PlainList<T> last(UnaryOperator<ListColumn<T>> change) {
        return with(Stream.concat(cells.stream().limit(cells.size() - 1), Stream.of(change.apply(cells.getLast())))
                .toList());
    }

    private PlainList<T> with(List<ListColumn<T>> all) {
        return new PlainList<>(address, words, order, back, all, called, changes, exports, withdrawal, refusedAt);
    }
}
