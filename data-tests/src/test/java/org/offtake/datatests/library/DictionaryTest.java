package org.offtake.datatests.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.offtake.datatests.Checkout;
import org.offtake.models.Catalog;
import org.offtake.models.Dictionary;

class DictionaryTest {

    @Test
    void the_dictionary_says_what_the_contracts_say() throws IOException {
        String page = new Dictionary(Catalog.of(Checkout.library()), Checkout.root()).markdown();

        assertThat(Files.readString(Checkout.root().resolve("docs/dictionary.md")))
                .as("write it anew: ./offtake explain --dictionary > docs/dictionary.md")
                .isEqualTo(page);
    }
}
