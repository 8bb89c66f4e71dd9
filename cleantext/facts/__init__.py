"""What can be known of a text without any rule: its layout, language, protected places, words."""
