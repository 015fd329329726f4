package org.daywatch.platform.cipher;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.errors.InvalidInput;

/**
 * What one holder has of the data keys, and how it is written so that a person can type it: lines of ten bytes in
 * Crockford's base 32, each with its number and a check of its own, so that a mistyped one is named. Format:
 * docs/formats/data-key-share.md.
 *
 * @param set the same in all shares of one splitting
 * @param number 1 to {@code holders}
 * @param needed so many together give the keys back
 * @param part this holder's part of the secret; by itself, and with fewer than {@code needed} others, it says nothing
 */
record KeyShare(int set, int number, int needed, int holders, byte[] part) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LINE = 10; // bytes; sixteen letters
    private static final int CHECK = 3; // letters; one in 32,768 mistakes passes, and then the whole share's check refuses it
    private static final int HEAD = 8; // bytes before the part
    private static final int DIGEST = 4; // bytes behind it
    private static final byte FORM = 1;

    String setName() {
        return HexFormat.of().toHexDigits(set);
    }

    /** Such as {@code 01 4K7D 0G00 R3QX 9MVE 5T2}. */
    List<String> lines() {
        var all = ByteBuffer.allocate(HEAD + part.length).put(FORM).putInt(set).put((byte) number).put((byte) needed)
                .put((byte) holders).put(part).array();
        byte[] whole = ByteBuffer.allocate(all.length + DIGEST).put(all).put(hash(all), 0, DIGEST).array();
        var lines = new ArrayList<String>();
        for (int from = 0; from < whole.length; from += LINE) {
            int line = lines.size() + 1;
            String letters = letters(Arrays.copyOfRange(whole, from, Math.min(from + LINE, whole.length)));
            lines.add("%02d %s %s".formatted(line, letters.replaceAll("(.{4})(?=.)", "$1 "), check(line, letters)));
        }
        return lines;
    }

    /**
     * @param where how the reader calls it, such as the name of its file
     * @throws InvalidInput naming the line that is mistyped, missing or too much
     */
    static KeyShare read(String where, List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        int expected = 1;
        for (String typed : lines) {
            String line = typed.strip().toUpperCase(Locale.ROOT);
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] parts = line.split("\\s+", 2);
            if (!parts[0].matches("\\d{1,2}") || parts.length < 2)
                throw wrong(where, typed,
                        "Line " + expected + " does not begin with its number. Type it as it stands on the sheet.");
            int number = Integer.parseInt(parts[0]);
            if (number != expected)
                throw wrong(where, typed, "Line " + expected + " is missing, or stands in another place.");
            String letters = parts[1].replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
            String said = letters.length() > CHECK ? letters.substring(letters.length() - CHECK) : "";
            String data = letters.length() > CHECK ? letters.substring(0, letters.length() - CHECK) : "";
            if (!data.matches("[" + DIGITS + "]+") || !check(number, data).equals(said))
                throw wrong(where, typed,
                        "Line " + number + " is mistyped. Compare it with the sheet, letter by letter.");
            bytes.writeBytes(bytes(data));
            expected++;
        }
        return read(where, bytes.toByteArray());
    }

    private static KeyShare read(String where, byte[] whole) {
        if (whole.length <= HEAD + DIGEST)
            throw wrong(where, "", "This is no share of a data key, or lines are missing.");
        byte[] all = Arrays.copyOf(whole, whole.length - DIGEST);
        if (!Arrays.equals(hash(all), 0, DIGEST, whole, all.length, whole.length))
            throw wrong(where, "",
                    "The share as a whole does not check: lines are missing at its end, or belong to another sheet.");
        var head = ByteBuffer.wrap(all);
        if (head.get() != FORM) throw wrong(where, "", "A newer Daywatch has written this share. Use that one.");
        return new KeyShare(head.getInt(), head.get(), head.get(), head.get(),
                Arrays.copyOfRange(all, HEAD, all.length));
    }

    private static String letters(byte[] bytes) {
        int length = (bytes.length * 8 + 4) / 5;
        var number = new BigInteger(1, bytes).shiftLeft(length * 5 - bytes.length * 8);
        var letters = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) letters.append(DIGITS.charAt(number.shiftRight(5 * i).intValue() & 31));
        return letters.toString();
    }

    private static byte[] bytes(String letters) {
        var number = BigInteger.ZERO;
        for (char letter : letters.toCharArray())
            number = number.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(letter)));
        int length = letters.length() * 5 / 8;
        byte[] plain = number.shiftRight(letters.length() * 5 - length * 8).toByteArray();
        byte[] bytes = new byte[length];
        int kept = Math.min(length, plain.length);
        System.arraycopy(plain, plain.length - kept, bytes, length - kept, kept);
        return bytes;
    }

    private static String check(int line, String letters) {
        return letters(hash((line + " " + letters).getBytes(StandardCharsets.US_ASCII))).substring(0, CHECK);
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvalidInput wrong(String where, String value, String why) {
        return new InvalidInput(where, value.strip(), why);
    }
}
