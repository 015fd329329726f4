package org.daywatch.platform.casekeys;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.cipher.Sealed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * In a file only its owner may read, made at first use, in no backup of the database. Better on another disk than what
 * it opens: {@code daywatch.wrapping-key.file}.
 */
@Component
public class WrappingKeyFile implements WrappingKey {

    private final KeyFile<byte[]> file;

    @Autowired
    WrappingKeyFile(@Value("${daywatch.wrapping-key.file:}") String file,
            @Value("${daywatch.database.directory}") Path database) {
        this(file.isBlank() ? database.resolve("wrapping-key").resolve("key") : Path.of(file));
    }

    public WrappingKeyFile(Path file) {
        this.file = new KeyFile<>(file, "The wrapping key", Base64.getDecoder()::decode,
                Base64.getEncoder()::encodeToString);
    }

    @Override
    public byte[] wrap(byte[] key, String place) {
        return Sealed.seal(newest(), key, place);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String place) {
        for (byte[] key : keys()) {
            var opened = Sealed.open(key, ByteBuffer.wrap(wrapped), place);
            if (opened.isPresent()) return opened.get();
        }
        throw new IllegalStateException("The wrapping key does not open the " + place
                + ": it is another key, or the file was changed.\nMaybe restore the wrapping key from where it is kept.");
    }

    private synchronized byte[] newest() {
        if (file.keys().isEmpty()) file.keep(List.of(KeyFile.secret()));
        return file.known().getFirst();
    }

    private synchronized List<byte[]> keys() {
        return file.keys();
    }
}
