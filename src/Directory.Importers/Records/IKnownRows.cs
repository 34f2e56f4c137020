namespace CenterDirectory.Importers.Records;

/// <summary>
/// The rows of a source as they were read last. It is asked on the thread that reads, while another one takes the records that were read:
/// the two never look at the same record.
/// </summary>
internal interface IKnownRows
{
    /// <summary>Where the record stands that was made of just such a row, so that it says the same; negative if there is none.</summary>
    /// <param name="digest">Over the cells of the row that are read, those of its identity among them.</param>
    int Find(Fingerprint digest);

    /// <summary>Notes that the row of a record was met again; nothing else is then said of the record. False if it had been met already.</summary>
    /// <param name="place">Where the record stands.</param>
    bool Confirm(int place);

    /// <summary>Whether the row of a record was met again.</summary>
    /// <param name="kind">Record kind.</param>
    /// <param name="externalId">The source's own key.</param>
    bool IsConfirmed(string kind, string externalId);
}
