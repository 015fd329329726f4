package org.daywatch.platform.web.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is in a list: its filters, its order and its page, all of them in the address, so that a list can be
 * bookmarked, sent to a colleague and used without script.
 */
public record Paging(String path, Map<String, String> filters, String sort, boolean descending,
        int page, int size, long total, Set<String> places) {

    public static final int SIZE = 50;

    /** Reads {@code sort=name} (or {@code -name}), {@code page=2} and every other parameter as a filter. */
    public static Paging read(String path, Map<String, String> parameters, Collection<String> sortable,
            String defaultSort) {
        var asked = parameters.getOrDefault("sort", defaultSort);
        var key = asked.startsWith("-") ? asked.substring(1) : asked;
        if (!sortable.contains(key)) {
            asked = defaultSort;
            key = asked.startsWith("-") ? asked.substring(1) : asked;
        }
        var filters = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!name.equals("sort") && !name.equals("page") && !value.isBlank()) filters.put(name, value.strip());
        });
        return new Paging(path, filters, key, asked.startsWith("-"), pageNumber(parameters.get("page")), SIZE, 0,
                Set.of());
    }

    private static int pageNumber(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,6}")) return 1;
        return Math.max(1, Integer.parseInt(text));
    }

    /** The same place once the number of matching rows is known. */
    public Paging of(long rows) {
        var last = (int) Math.max(1, (rows + size - 1) / size);
        return new Paging(path, filters, sort, descending, Math.min(page, last), size, rows, places);
    }

    /** The rows of this page, of a list that is already filtered and in order. */
    public <T> List<T> shown(List<T> all) {
        return all.subList(Math.min(offset(), all.size()), Math.min(offset() + size, all.size()));
    }

    /** Whether one of these texts holds the words that were searched for, whatever the case. */
    public boolean finds(String... texts) {
        var words = filter("q").toLowerCase(Locale.ROOT);
        return Arrays.stream(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    public <T> Comparator<T> order(Map<String, Comparator<T>> sorts) {
        var order = sorts.get(sort);
        return descending ? order.reversed() : order;
    }

    public Paging size(int rowsPerPage) {
        return new Paging(path, filters, sort, descending, page, rowsPerPage, total, places);
    }

    /** Parameters that say which list it is, such as the day of a board, and leave nothing out of it. */
    public Paging about(String... names) {
        return new Paging(path, filters, sort, descending, page, size, total, Set.of(names));
    }

    /** The filter's value, or "" when it is not set. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    public boolean filtered() {
        return filters.keySet().stream().anyMatch(name -> !places.contains(name));
    }

    /** The same list with nothing left out. */
    public String cleared() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        filters.forEach((name, value) -> {
            if (places.contains(name)) query.add(encode(name) + "=" + encode(value));
        });
        return path + query;
    }

    public int offset() {
        return (page - 1) * size;
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1L;
    }

    public long last() {
        return Math.min(total, (long) offset() + size);
    }

    public String hrefOfPage(int number) {
        return href(path, (descending ? "-" : "") + sort, number);
    }

    /** Sorting by the present column turns the order round; every new order starts at the first page. */
    public String hrefOfSort(String key) {
        return href(path, key.equals(sort) && !descending ? "-" + key : key, 1);
    }

    /** The whole list as CSV, filtered and sorted as on the screen: PATH.csv. */
    public String csv() {
        return href(path + ".csv", (descending ? "-" : "") + sort, 1);
    }

    public String ariaSort(String key) {
        if (!key.equals(sort)) return "none";
        return descending ? "descending" : "ascending";
    }

    private String href(String address, String order, int number) {
        var query = new StringJoiner("&", address + "?", "");
        filters.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        query.add("sort=" + encode(order));
        if (number > 1) query.add("page=" + number);
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
